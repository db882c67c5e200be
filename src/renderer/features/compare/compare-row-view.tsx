/** One pair of paragraphs: what stood at the left, what became of it, what stands at the right. */
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlignedPair } from '../../../shared/domain/alignment.ts';
import { type CharacterChange, characterDiff } from '../../../shared/domain/roll/compare.ts';
import styles from './compare.module.css';
import { MarkedText } from './marked-text.tsx';

function Side({ text, changes, hides }: SideProps) {
  const { t } = useTranslation('compare');
  if (text === null) return <p className={styles.nothing}>{t('none')}</p>;
  return <MarkedText parts={changes?.filter(({ kind }) => kind !== hides) ?? [{ kind: 'kept', text }]} />;
}

interface SideProps {
  text: string | null;
  changes: readonly CharacterChange[] | null;
  /** The kind of change that belongs to the other side. */
  hides: CharacterChange['kind'];
}

export const CompareRowView = memo(({ pair }: { pair: AlignedPair }) => {
  const { t } = useTranslation('compare');
  const { kind, left, right } = pair;
  const changes = useMemo(
    () => (left === null || right === null || left === right ? null : characterDiff(left, right)),
    [left, right],
  );
  return (
    <li className={styles.row} data-kind={kind}>
      <Side text={left} changes={changes} hides="added" />
      <span className={styles.kind} data-kind={kind}>
        {t(`kind.${kind}`)}
      </span>
      <Side text={right} changes={changes} hides="removed" />
    </li>
  );
});
