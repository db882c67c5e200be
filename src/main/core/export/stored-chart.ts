/** The caches of a chart part: what Word and WPS draw without opening the workbook behind it. */
import { parse } from './read-xml.ts';

export interface StoredSeries {
  title: string;
  categories: string[];
  /** By place among the categories; a place without a number is absent. */
  values: ReadonlyMap<number, string>;
}

export interface StoredChart {
  series: StoredSeries[];
}

const parts = { 'c:tx': 'title', 'c:cat': 'categories', 'c:val': 'values' } as const;
type Part = (typeof parts)[keyof typeof parts];

function partOf(name: string): Part | null {
  return name === 'c:tx' || name === 'c:cat' || name === 'c:val' ? parts[name] : null;
}

/** Throws where the text is no XML. */
export function readChartPart(source: string): StoredChart {
  const series: { title: string; categories: string[]; values: Map<number, string> }[] = [];
  let isInSeries = false;
  let part: Part | null = null;
  let place = 0;
  let value: string | null = null;
  parse(source, {
    open(name, attributes) {
      if (name === 'c:ser') {
        series.push({ title: '', categories: [], values: new Map() });
        isInSeries = true;
      }
      if (isInSeries) part = partOf(name) ?? part;
      if (name === 'c:pt') place = Number(attributes.idx);
      if (name === 'c:v') value = '';
    },
    text(text) {
      if (value !== null) value += text;
    },
    close(name) {
      const current = series.at(-1);
      if (name === 'c:v' && value !== null && isInSeries && current !== undefined) {
        if (part === 'title') current.title += value;
        if (part === 'categories') current.categories[place] = value;
        if (part === 'values') current.values.set(place, value);
      }
      if (name === 'c:v') value = null;
      if (partOf(name) !== null) part = null;
      if (name === 'c:ser') isInSeries = false;
    },
  });
  return { series };
}
