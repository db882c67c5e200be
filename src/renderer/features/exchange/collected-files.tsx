/** Each returned file in a line: whose it is and how much is in it, or why it could not be read. */
import { useTranslation } from 'react-i18next';
import type { PreviewItem, SuppliedFile } from '../../../shared/contract.ts';
import { errorSentence } from '../../i18n/index.ts';
import styles from './exchange.module.css';

interface CollectedFilesProps {
  files: readonly SuppliedFile[];
  items: readonly PreviewItem[];
}

export function CollectedFiles({ files, items }: CollectedFilesProps) {
  const { t } = useTranslation('exchange');
  return (
    <ul className={styles.files} aria-label={t('collect.files')}>
      {files.map((file) => (
        <li key={file.grant} data-failed={file.failure !== null || undefined}>
          {file.failure === null ? <ReadFileLine file={file} items={items} /> : errorSentence(file.failure)}
        </li>
      ))}
    </ul>
  );
}

function ReadFileLine({ file, items }: { file: SuppliedFile; items: readonly PreviewItem[] }) {
  const { t } = useTranslation('exchange');
  const own = items.filter(({ grant }) => grant === file.grant);
  const formulas = own.filter(({ formula }) => formula).length;
  const { office, issue } = file;
  const whose =
    office === null ? t('unidentified') : t('collect.whose', { name: office.name, issue: issue ?? 1 });
  return (
    <>
      <strong>{file.name}</strong> {whose}
      {t('collect.counts', { filled: own.length, blank: file.blank })}
      {file.macros && t('collect.macros')}
      {formulas > 0 && t('collect.formulas', { count: formulas })}
    </>
  );
}
