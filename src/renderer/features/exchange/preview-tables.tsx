/** The preview in its groups: what needs deciding, what can be taken at once, what was not recognised. */
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewItem, SuppliedFile } from '../../../shared/contract.ts';
import styles from './exchange.module.css';
import { type Choice, type Choices, groupItems, itemKey } from './preview-choices.ts';
import { DecideRow, ReadyRow, UnknownRow } from './preview-rows.tsx';

interface PreviewTablesProps {
  files: readonly SuppliedFile[];
  items: readonly PreviewItem[];
  choices: Choices;
  onChoose: (item: PreviewItem, choice: Choice) => void;
  onChooseAll: (group: readonly PreviewItem[], choice: Choice) => void;
}

export function PreviewTables(props: PreviewTablesProps) {
  const { t } = useTranslation('exchange');
  const { files, items, choices, onChoose, onChooseAll } = props;
  const { ready, decide, unknown, same } = groupItems(items);
  const supplierOf = ({ grant }: PreviewItem) => {
    const file = files.find((one) => one.grant === grant);
    return file?.office?.name ?? file?.name ?? '';
  };
  const all = (group: readonly PreviewItem[]) => (
    <>
      <Button size="compact-xs" variant="subtle" onClick={() => onChooseAll(group, 'take')}>
        {t('preview.takeAll')}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => onChooseAll(group, 'keep')}>
        {t('preview.keepAll')}
      </Button>
    </>
  );
  if (items.length === 0) return <Text fz="sm">{t('preview.nothing')}</Text>;
  return (
    <>
      {decide.length > 0 && (
        <section className={styles.group} aria-label={t('preview.decide')}>
          <h3>
            {t('preview.decideCount', { count: decide.length })} {all(decide)}
          </h3>
          <PreviewTable
            columns={['indicator', 'lastYear', 'current', 'supplied', 'problem']}
            numbers={['lastYear']}
          >
            {decide.map((item) => (
              <DecideRow
                key={itemKey(item)}
                item={item}
                supplier={supplierOf(item)}
                {...{ choices, onChoose }}
              />
            ))}
          </PreviewTable>
        </section>
      )}
      {ready.length > 0 && (
        <section className={styles.group} aria-label={t('preview.ready')}>
          <h3>
            {t('preview.readyCount', { count: ready.length })} {all(ready)}
          </h3>
          <PreviewTable
            columns={['take', 'indicator', 'lastYear', 'current', 'supplied', 'supplier']}
            numbers={['lastYear', 'current', 'supplied']}
          >
            {ready.map((item) => (
              <ReadyRow
                key={itemKey(item)}
                item={item}
                supplier={supplierOf(item)}
                {...{ choices, onChoose }}
              />
            ))}
          </PreviewTable>
        </section>
      )}
      {unknown.length > 0 && (
        <section className={styles.group} aria-label={t('preview.unknown')}>
          <h3>{t('preview.unknownCount', { count: unknown.length })}</h3>
          <PreviewTable columns={['place', 'indicator', 'supplied', 'problem']}>
            {unknown.map((item) => (
              <UnknownRow key={itemKey(item)} item={item} supplier={supplierOf(item)} />
            ))}
          </PreviewTable>
        </section>
      )}
      {same.length > 0 && <p className={styles.faint}>{t('preview.same', { count: same.length })}</p>}
    </>
  );
}

type Column = 'take' | 'place' | 'indicator' | 'lastYear' | 'current' | 'supplied' | 'problem' | 'supplier';

interface PreviewTableProps {
  columns: readonly Column[];
  /** Those that stand to the right. */
  numbers?: readonly Column[];
  children: ReactNode;
}

function PreviewTable({ columns, numbers = [], children }: PreviewTableProps) {
  const { t } = useTranslation('exchange');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-number={numbers.includes(column) || undefined}>
              {t(`preview.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
