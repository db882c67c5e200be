/** The right column of 数据: everything about the selected indicator. */
import { useTranslation } from 'react-i18next';
import type { TableCell } from './cell-changes.ts';
import type { IndicatorRow } from './number-rows.ts';
import { ReferenceList } from './reference-list.tsx';
import { RemarkFields } from './remark-fields.tsx';

export function CellDetails({ row, cell }: { row: IndicatorRow | undefined; cell: TableCell | undefined }) {
  const { t } = useTranslation('data');
  return (
    <aside className="data-details" aria-label={t('details.label')}>
      {row === undefined ? (
        <p className="data-faint">{t('details.empty')}</p>
      ) : (
        <RowDetails row={row} cell={cell} />
      )}
    </aside>
  );
}

function RowDetails({ row, cell }: { row: IndicatorRow; cell: TableCell | undefined }) {
  const { t } = useTranslation('data');
  const { indicator, formula } = row;
  return (
    <>
      <h2 className="data-details-name">
        {indicator.name}
        {indicator.unit !== '' && <span className="data-faint"> {indicator.unit}</span>}
      </h2>
      {formula !== null && (
        <p className="data-faint">
          {t('formulaPrefix', { formula })}
          <FormulaProblem row={row} />
        </p>
      )}
      {cell !== undefined && (
        <section>
          <h3 className="data-details-heading">{t('details.cell', { year: cell.year })}</h3>
          <RemarkFields key={`${cell.indicator.id} ${cell.year}`} cell={cell} />
        </section>
      )}
      <ReferenceList indicator={indicator} />
    </>
  );
}

function FormulaProblem({ row }: { row: IndicatorRow }) {
  const { t } = useTranslation('data');
  if (row.status !== 'failed') return null;
  return <span className="data-problem"> {t(`problem.${row.problem ?? 'operands'}`)}</span>;
}
