/** The grid component's columns: sizes, headers and how each cell is drawn. Drawing only; texts come from cell-words. */
import type { CellTemplateProp, ColumnRegular, HyperFunc, VNode } from '@revolist/react-datagrid';
import { cellText, type DataWords, headerText, isRejected } from './cell-words.ts';
import { type GridColumn, gridColumns, yearCellAt } from './grid-layout.ts';
import type { IndicatorRow, NumberRow } from './number-rows.ts';

/** What the grid component keeps per row. */
export interface GridSourceRow {
  row: NumberRow;
}

type Draw = HyperFunc<VNode>;

const widths: Record<GridColumn, number> = {
  name: 180,
  unit: 54,
  yearBeforeLast: 66,
  lastYear: 66,
  thisYear: 72,
  difference: 74,
  growth: 72,
  office: 112,
  status: 94,
  references: 62,
};

const numeric: ReadonlySet<GridColumn> = new Set<GridColumn>([
  'yearBeforeLast',
  'lastYear',
  'thisYear',
  'difference',
  'growth',
  'references',
]);

/** Whether a column's texts are set to the right. */
export function isNumericColumn(index: number): boolean {
  const column = gridColumns[index];
  return column !== undefined && numeric.has(column);
}

/** Columns for a grid of `width` pixels, `scale` times the normal size; the names take what the others leave. */
export function columnsFor(year: number, width: number, scale: number, t: DataWords): ColumnRegular[] {
  const widthOf = (column: GridColumn) => Math.round(widths[column] * scale);
  const others = gridColumns.reduce((sum, column) => sum + (column === 'name' ? 0 : widthOf(column)), 0);
  return gridColumns.map((column) => ({
    prop: column,
    name: headerText(column, year, t),
    size: column === 'name' ? Math.max(widthOf('name'), Math.floor(width) - others) : widthOf(column),
    columnProperties: () => ({
      class: {
        'data-head': true,
        'data-numeric': numeric.has(column),
        'data-this-year': column === 'thisYear',
      },
    }),
    cellProperties: ({ model }: CellTemplateProp) => cellProperties(rowOf(model), column, t),
    cellTemplate: (h: Draw, { model }: CellTemplateProp) => drawCell(h, rowOf(model), column, t),
  }));
}

function rowOf(model: CellTemplateProp['model']): NumberRow | undefined {
  return model.row;
}

function cellProperties(row: NumberRow | undefined, column: GridColumn, t: DataWords) {
  if (row === undefined) return {};
  if (row.kind === 'topic') return { class: { 'data-topic': true } };
  const { look, remark = '' } = yearCellAt(row, column) ?? {};
  const direction = column === 'difference' ? row.change.direction : null;
  return {
    class: {
      'data-numeric': numeric.has(column),
      'data-quiet': column === 'difference' || column === 'growth' || row.formula !== null,
      [`data-look-${look}`]: look !== undefined,
      [`data-${direction}`]: direction !== null,
      'data-remarked': remark !== '',
    },
    title: titleOf(row, column, t),
  };
}

function titleOf(row: IndicatorRow, column: GridColumn, t: DataWords): string {
  if (column === 'name') {
    return row.formula === null ? row.indicator.name : `${row.indicator.name} = ${row.formula}`;
  }
  if (column === 'office') return row.officeName;
  const cell = yearCellAt(row, column);
  if (cell === undefined) return '';
  const told = cell.exact === null ? cell.text : t('indicator:footed.told', { exact: cell.exact });
  return [told, cell.remark].filter(Boolean).join('\n');
}

function drawCell(h: Draw, row: NumberRow | undefined, column: GridColumn, t: DataWords) {
  if (row === undefined) return '';
  const text = cellText(row, column, t);
  if (row.kind === 'topic') return text;
  if (column === 'name' && row.formula !== null) {
    return h('span', { class: 'data-name' }, [
      h('span', {}, text),
      h('span', { class: 'data-formula' }, ` ${t('formulaPrefix', { formula: row.formula })}`),
    ]);
  }
  if ((yearCellAt(row, column)?.exact ?? null) !== null) {
    return h('span', {}, [
      h('sup', { class: 'data-footed' }, t('indicator:footed.mark')),
      h('span', {}, text),
    ]);
  }
  if (column === 'status') {
    const look = isRejected(row) ? 'rejected' : row.problem === null ? row.status : 'problem';
    return h('span', { class: `data-chip data-chip-${look}` }, text);
  }
  return text;
}
