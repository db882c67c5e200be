/** The labelled reports: what a person says is in them, to hold against what the importer finds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const value = z.union([z.string(), z.tuple([z.string(), z.string()])]);
const factNames = ['title', 'organization', 'documentNumber', 'addressee', 'year', 'issuedOn'] as const;

const ownLabels = z.strictObject({
  facts: z.strictObject({
    title: z.string().nullable(),
    organization: z.string().nullable(),
    documentNumber: z.string().nullable(),
    addressee: z.string().nullable(),
    year: z.number().nullable(),
    issuedOn: z.iso.date().nullable(),
  }),
  headings: z.array(z.strictObject({ level: z.number().int(), marker: z.string(), text: z.string() })),
  quantities: z.array(
    z.strictObject({ text: z.string(), value, unit: z.string(), approx: z.string().nullable() }),
  ),
});
export type Labels = z.infer<typeof ownLabels>;

/** A piece of the labelled text, in UTF-16 units from its start, in place of its words. */
const piece = z.tuple([z.number().int().nonnegative(), z.number().int().positive()]);
/** Labels of a text that is not ours to print: all words are given by their place. */
const placedLabels = z.strictObject({
  file: z.string(),
  facts: z.strictObject({
    title: piece.nullable(),
    organization: piece.nullable(),
    documentNumber: piece.nullable(),
    addressee: piece.nullable(),
    year: z.number().nullable(),
    issuedOn: z.iso.date().nullable(),
  }),
  headings: z.array(
    z.strictObject({
      offset: z.number().int(),
      length: z.number().int(),
      level: z.number().int(),
      /** Length of the marker at the heading's start. */
      marker: z.number().int(),
    }),
  ),
  quantities: z.array(
    z.strictObject({
      offset: z.number().int(),
      length: z.number().int(),
      value,
      unit: z.string(),
      approx: z.string().nullable(),
    }),
  ),
});

export interface LabelledReport {
  /** File name with its set, as it is told in the list of misses. */
  name: string;
  text: string;
  labels: Labels;
}

export interface LabelledSet {
  name: string;
  reports: LabelledReport[];
  /** Why a set could not be read, or null. */
  absent: string | null;
}

export { factNames };

/** Our own reports of one set: `held-out`, `known` or `unseen`. */
export function ownSet(name: string): LabelledSet {
  const folder = new URL(`own/${name}/`, import.meta.url);
  const reports = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      name: `own/${name}/${file}`,
      text: readFileSync(new URL(file, folder), 'utf8'),
      labels: ownLabels.parse(readJson(new URL(file.replace(/\.txt$/, '.json'), folder))),
    }));
  return { name: `own, ${name}`, reports, absent: null };
}

/** Real reports, whose text is not in the repository; skipped where XIANGBAO_CORPUS does not name its folder. */
export function corpusSet(): LabelledSet {
  const name = 'corpus';
  const texts = process.env.XIANGBAO_CORPUS;
  if (texts === undefined || !existsSync(texts)) {
    return { name, reports: [], absent: 'XIANGBAO_CORPUS names no folder' };
  }
  const folder = new URL('corpus/', import.meta.url);
  const reports = readdirSync(folder)
    .sort()
    .flatMap((file): LabelledReport[] => {
      const placed = placedLabels.parse(readJson(new URL(file, folder)));
      const source = join(texts, placed.file);
      if (!existsSync(source)) return [];
      const text = readFileSync(source, 'utf8');
      return [{ name: `corpus/${placed.file}`, text, labels: wordsOf(placed, text) }];
    });
  return { name, reports, absent: reports.length === 0 ? 'no labelled text is in XIANGBAO_CORPUS' : null };
}

function wordsOf(placed: z.infer<typeof placedLabels>, text: string): Labels {
  const words = (place: [number, number] | null, join = '') =>
    place === null ? null : text.slice(place[0], place[0] + place[1]).replace(/\s+/g, join);
  const { facts, headings, quantities } = placed;
  return {
    facts: {
      ...facts,
      title: words(facts.title),
      organization: words(facts.organization),
      documentNumber: words(facts.documentNumber),
      addressee: words(facts.addressee),
    },
    headings: headings.map(({ offset, length, level, marker }) => ({
      level,
      marker: text.slice(offset, offset + marker),
      text: text.slice(offset + marker, offset + length),
    })),
    quantities: quantities.map(({ offset, length, ...rest }) => ({
      text: text.slice(offset, offset + length),
      ...rest,
    })),
  };
}

function readJson(url: URL): unknown {
  return JSON.parse(readFileSync(url, 'utf8'));
}
