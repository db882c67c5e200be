/** The numbers of a document as lines of a sheet: one for each indicator and year, with all places that print it. */
import { Decimal, plainText, roundHalfUp } from '../../../shared/domain/decimal.ts';
import type { BoundNumber } from './bound-numbers.ts';

export interface DataRow {
  name: string;
  unit: string;
  year: number;
  /** As printed; several ways of writing it are separated by 、. */
  texts: string;
  /** Decimal as the table has it, to at most 8 places, or «缺» or «不适用». */
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
        exact: value === null ? (isNotApplicable ? '不适用' : '缺') : readable(value),
        places: distinct(group.map((number) => `${number.heading}${placeWords[number.place]}`)).join('；'),
        office: officeId === null ? '' : (officeName(officeId) ?? ''),
        source,
      },
    ];
  });
}

/** Places that a person reads of a quotient that does not end; the manifest has all that are kept. */
const mostPlaces = 8;

function readable(value: string): string {
  const places = value.split('.')[1]?.length ?? 0;
  return places > mostPlaces ? plainText(new Decimal(roundHalfUp(value, mostPlaces))) : value;
}

const placeWords = { text: '', table: '（表）', chart: '（图）' } as const;

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
