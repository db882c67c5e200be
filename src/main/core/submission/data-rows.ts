/** The numbers of a document as lines of a sheet: one for each indicator and year, with all places that print it. */
import type { BoundNumber } from './bound-numbers.ts';

export interface DataRow {
  name: string;
  unit: string;
  year: number;
  /** As printed; several ways of writing it are separated by 、. */
  texts: string;
  /** Decimal as the table has it, or «缺» or «不适用». */
  exact: string;
  /** Chapter headings, separated by ；. */
  places: string;
  office: string;
  source: string;
}

/** In the order in which the document first prints them. `officeName` tells an office by its id. */
export function dataRows(
  numbers: readonly BoundNumber[],
  officeName: (id: string) => string | undefined,
): DataRow[] {
  const groups = Map.groupBy(numbers, ({ indicatorId, year }) => `${year} ${indicatorId}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { name, unit, year, value, isNotApplicable, officeId, source } = first;
    return [
      {
        name,
        unit,
        year,
        texts: distinct(group.map(({ text }) => text)).join('、'),
        exact: value ?? (isNotApplicable ? '不适用' : '缺'),
        places: distinct(group.map((number) => `${number.heading}${placeWords[number.place]}`)).join('；'),
        office: officeId === null ? '' : (officeName(officeId) ?? ''),
        source,
      },
    ];
  });
}

const placeWords = { text: '', table: '（表）', chart: '（图）' } as const;

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
