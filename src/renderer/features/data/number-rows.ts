/** The rows of the grid, built from the number tables. Pure; everything a cell shows is decided here. */
import { entryText } from '../../../shared/domain/cell-input.ts';
import type { Indicator, NumberState, Topic } from '../../../shared/domain/model.ts';
import type { Cell, CellProblem, NumberBook } from '../../../shared/domain/number-book.ts';
import { shownValue } from '../../../shared/domain/shown-value.ts';
import type { RejectedTexts } from './rejected-texts.ts';
import { type YearChange, yearChange } from './year-change.ts';

/** Which indicators the grid shows: one topic, one office (all topics), or all of them. */
export type NumberView =
  | { kind: 'all' }
  | { kind: 'topic'; topicId: string }
  | { kind: 'office'; officeId: string };

/**
 * How a cell looks: `open` is an empty cell of an earlier year, `missing` one of the reporting year; `failed` a formula
 * that has no result; `rejected` text that was typed and is no number.
 */
export type CellLook =
  | 'number'
  | 'carried'
  | 'missing'
  | 'open'
  | 'notApplicable'
  | 'computed'
  | 'failed'
  | 'rejected';

export interface YearCell {
  year: number;
  text: string;
  look: CellLook;
  /** Where footing adjusted what is shown: the number itself. */
  exact: string | null;
  /** Its note and where it can be looked up, line by line; '' without either. */
  remark: string;
}

export type RowStatus = NumberState | 'computed' | 'failed';

export interface IndicatorRow {
  kind: 'indicator';
  indicator: Indicator;
  formula: string | null;
  /** The year before last, last year, the reporting year. */
  years: readonly [YearCell, YearCell, YearCell];
  change: YearChange;
  officeName: string;
  status: RowStatus;
  problem: CellProblem | null;
  references: number;
}

/** A dividing row: where the view spans topics, each begins with its name. */
export interface TopicRow {
  kind: 'topic';
  topic: Topic;
}

export type NumberRow = IndicatorRow | TopicRow;

export interface RowsInput {
  topics: readonly Topic[];
  offices: readonly { id: string; name: string }[];
  indicators: readonly Indicator[];
  book: NumberBook;
  year: number;
  view: NumberView;
  rejected: RejectedTexts;
  references: ReadonlyMap<string, number>;
  notApplicable: string;
  inWords: (formula: string) => string;
}

export function isInView(
  { topicId, officeId }: Pick<Indicator, 'topicId' | 'officeId'>,
  view: NumberView,
): boolean {
  return (
    view.kind === 'all' || (view.kind === 'topic' ? topicId === view.topicId : officeId === view.officeId)
  );
}

export function indicatorsInView(indicators: readonly Indicator[], view: NumberView): Indicator[] {
  return indicators.filter((indicator) => isInView(indicator, view));
}

/** Rows in the order of the topics; topics without an indicator in this view are left out. */
export function buildRows(input: RowsInput): NumberRow[] {
  const byTopic = Map.groupBy(indicatorsInView(input.indicators, input.view), ({ topicId }) => topicId);
  const offices = new Map(input.offices.map(({ id, name }) => [id, name]));
  return input.topics.flatMap((topic): NumberRow[] => {
    const rows = (byTopic.get(topic.id) ?? []).map((indicator) => indicatorRow(indicator, offices, input));
    return rows.length === 0 || input.view.kind === 'topic' ? rows : [{ kind: 'topic', topic }, ...rows];
  });
}

function indicatorRow(
  indicator: Indicator,
  offices: ReadonlyMap<string, string>,
  input: RowsInput,
): IndicatorRow {
  const { book, year } = input;
  const current = book.cell(indicator.id, year);
  const last = book.cell(indicator.id, year - 1);
  const cell = (ofYear: number) =>
    yearCell(indicator, ofYear, book.cell(indicator.id, ofYear), ofYear === year, input);
  return {
    kind: 'indicator',
    indicator,
    formula: indicator.formula === null ? null : input.inWords(indicator.formula),
    years: [cell(year - 2), cell(year - 1), cell(year)],
    change: yearChange(last.entry, current.entry, indicator),
    officeName: indicator.officeId === null ? '' : (offices.get(indicator.officeId) ?? ''),
    status: rowStatus(indicator, current),
    problem: current.problem,
    references: input.references.get(indicator.id) ?? 0,
  };
}

export function rowStatus(indicator: Indicator, current: Cell): RowStatus {
  if (indicator.formula === null) return current.state;
  return current.entry.kind === 'empty' ? 'failed' : 'computed';
}

function yearCell(
  indicator: Indicator,
  year: number,
  cell: Cell,
  isReportingYear: boolean,
  { book, rejected, notApplicable }: RowsInput,
): YearCell {
  const refusedText = rejected.textOf(indicator.id, year);
  const remark = [cell.note, cell.evidence].filter(Boolean).join('\n');
  if (refusedText !== undefined) return { year, text: refusedText, look: 'rejected', exact: null, remark };
  const shown = shownValue(book, indicator.id, year);
  const adjusted = shown?.adjusted === true ? shown : null;
  return {
    year,
    text: adjusted?.text ?? entryText(cell.entry, indicator, notApplicable),
    look: lookOf(indicator, cell, isReportingYear),
    exact: adjusted?.exact ?? null,
    remark,
  };
}

function lookOf(indicator: Indicator, cell: Cell, isReportingYear: boolean): CellLook {
  if (indicator.formula !== null) return cell.entry.kind === 'empty' ? 'failed' : 'computed';
  if (cell.entry.kind === 'empty') return isReportingYear ? 'missing' : 'open';
  if (isReportingYear && cell.state === 'carried') return 'carried';
  return cell.entry.kind === 'notApplicable' ? 'notApplicable' : 'number';
}
