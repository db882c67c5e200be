/** A table of the report against the one in the returned file, cell by cell. Pure. */
import { plainBlanks, tableText, withoutBlanks } from './block-key.ts';
import type { ComparisonView } from './comparison-view.ts';
import { cellTag, numberBookmark } from './control-tag.ts';
import { offerForCell } from './number-offer.ts';
import { type PrintedCell, type PrintedTable, printedText } from './printed-block.ts';
import type { ReturnedNumber } from './returned-change.ts';
import { type ReturnedTable, runsText } from './returned-document.ts';

export interface TableDifferences {
  numbers: Omit<ReturnedNumber, 'key' | 'changeKey'>[];
  /** Rows (or the whole table where rows or columns were put in or struck out) of which words differ. */
  words: { before: string; after: string }[];
}

/**
 * Numbers are known by their controls, or by their place where the table has as many rows and columns as it was printed
 * with. `now`: the table as it is printed now.
 */
export function compareTables(
  view: ComparisonView,
  printed: PrintedTable,
  now: PrintedTable | null,
  returned: ReturnedTable,
): TableDifferences {
  if (printed.figureId === null) {
    const [before, after] = [printedText(printed), tableText(returned)];
    const same = withoutBlanks(before) === withoutBlanks(after);
    return { numbers: [], words: same ? [] : [{ before, after }] };
  }
  const { figureId } = printed;
  const texts = returned.rows.map((row) => row.map(({ runs }) => plainBlanks(runsText(runs))));
  const sameShape =
    texts.length === printed.rows.length &&
    texts.every((row, index) => row.length === printed.rows[index]?.length);
  const tagged = taggedCells(returned);
  const shownNow = new Map((now?.rows.flat() ?? []).flatMap(numberEntry));
  const numbers = printed.rows.flatMap((row, r) =>
    row.flatMap((cell, c): TableDifferences['numbers'] => {
      if (cell.source === null) return [];
      const { indicatorId, year } = cell.source;
      const tag = cellTag(figureId, indicatorId, year);
      const known = tagged.get(tag) ?? tagged.get(numberBookmark(tag));
      const file = known ?? (sameShape ? texts[r]?.[c] : undefined);
      const table = shownNow.get(cellKey(cell.source)) ?? cell.text;
      if (file === undefined || file === plainBlanks(cell.text) || file === table) return [];
      const offer = offerForCell(file, indicatorId, year, view.book);
      return [
        {
          place: { kind: 'cell', figureId },
          indicatorId,
          indicatorName: view.indicatorName(indicatorId),
          year,
          table,
          file,
          ...offer,
          overridable: false,
        },
      ];
    }),
  );
  return { numbers, words: sameShape ? wordRows(printed, texts) : wholeTable(printed, returned) };
}

function wordRows({ rows }: PrintedTable, texts: readonly (readonly string[])[]): TableDifferences['words'] {
  return rows.flatMap((row, r) => {
    const differs = row.some(
      ({ text, source }, c) => source === null && withoutBlanks(text) !== withoutBlanks(texts[r]?.[c] ?? ''),
    );
    if (!differs) return [];
    return [{ before: row.map(({ text }) => text).join('\t'), after: (texts[r] ?? []).join('\t') }];
  });
}

function wholeTable(printed: PrintedTable, returned: ReturnedTable): TableDifferences['words'] {
  return [{ before: printedText(printed), after: tableText(returned) }];
}

function cellKey({ indicatorId, year }: { indicatorId: string; year: number }): string {
  return `${year} ${indicatorId}`;
}

function numberEntry({ source, text }: PrintedCell): [string, string][] {
  return source === null ? [] : [[cellKey(source), text]];
}

/** The texts of tagged cells, by the tag or bookmark; of a number that stands twice the first. */
function taggedCells({ rows }: ReturnedTable): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { runs } of rows.flat()) {
    for (const { tag } of runs) {
      if (tag !== null && !found.has(tag)) found.set(tag, plainBlanks(runsText(runs)));
    }
  }
  return found;
}
