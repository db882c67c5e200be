/** Fonts, sizes, indents and numbering of a sample's text. */
import type { NumberingForm } from '../../../shared/domain/format-profile-schema.ts';
import { formOfMarker } from '../../../shared/domain/numbering-form.ts';
import type { ListInstance } from '../import/numbering/lists.ts';
import { evidence, type Learnt, majority } from './evidence.ts';
import type { DocumentGrid } from './learn-page.ts';
import { eastAsianFont, type Found, foundIn } from './looks.ts';
import type { SampleParagraph, SampleRun } from './sample-paragraphs.ts';

/** Characters that are set in the East Asian font, and in the Western one. */
const eastAsian = /[\u3400-\u9fff]/gu;
const western = /[0-9A-Za-z]/g;

function count(text: string, characters: RegExp): number {
  return text.match(characters)?.length ?? 0;
}

function runsOf(paragraphs: readonly SampleParagraph[]): SampleRun[] {
  return paragraphs.flatMap(({ runs }) => runs);
}

export function learnFont(paragraphs: readonly SampleParagraph[]): Learnt<string> | null {
  return majority(
    runsOf(paragraphs).flatMap(({ text, layers }) => evidence(eastAsianFont(layers), count(text, eastAsian))),
  );
}

/** Half-points. */
export function learnSize(paragraphs: readonly SampleParagraph[]): Learnt<number> | null {
  return majority(
    runsOf(paragraphs).flatMap(({ text, layers }) =>
      evidence(foundIn(layers, 'size'), count(text, eastAsian)),
    ),
  );
}

export function learnWesternFont(paragraphs: readonly SampleParagraph[]): Learnt<string> | null {
  const runs = runsOf(paragraphs);
  const byWestern = majority(
    runs.flatMap(({ text, layers }) => evidence(foundIn(layers, 'western'), count(text, western))),
  );
  if (byWestern !== null) return byWestern;
  return majority(
    runs.flatMap(({ text, layers }) => evidence(foundIn(layers, 'western'), count(text, eastAsian))),
  );
}

/** Twips added to each character. A sample that says nothing of it sets its type as wide as it is. */
export function learnSpacing(
  paragraphs: readonly SampleParagraph[],
  grid: DocumentGrid,
): Learnt<number> | null {
  const natural: Found<number> =
    grid.characterSpacing === null
      ? { value: 0, place: 'defaults' }
      : { value: grid.characterSpacing, place: 'grid' };
  return majority(
    runsOf(paragraphs).flatMap(({ text, layers }) =>
      evidence(foundIn(layers, 'spacing') ?? natural, count(text, eastAsian)),
    ),
  );
}

/** Characters before a paragraph's first line, to a half; from its length where it is not given in characters. */
export function learnFirstLine(
  paragraphs: readonly SampleParagraph[],
  size: number,
  spacing: number,
): Learnt<number> | null {
  return majority(
    paragraphs.flatMap(({ layers, text }) => {
      const inCharacters = foundIn(layers, 'firstLineChars');
      if (inCharacters !== null && inCharacters.value > 0) {
        return evidence({ ...inCharacters, value: inCharacters.value / 100 }, text.length);
      }
      const length = foundIn(layers, 'firstLine');
      if (length === null) return [];
      const characters = Math.round((length.value / (size * 10 + spacing)) * 2) / 2;
      return evidence({ ...length, value: characters }, text.length);
    }),
  );
}

/** The first run's look counts: text may run in behind a heading. */
export function learnHeading(
  headings: readonly SampleParagraph[],
): Learnt<{ font: string; bold: boolean }> | null {
  return majority(
    headings.flatMap(({ runs }) => {
      const layers = runs.find(({ text }) => count(text, eastAsian) > 0)?.layers ?? [];
      const font = eastAsianFont(layers);
      if (font === null) return [];
      const bold = foundIn(layers, 'bold')?.value ?? false;
      return evidence({ place: font.place, value: { font: font.value, bold } }, 1);
    }),
  );
}

const chineseCounting = new Set([
  'chineseCounting',
  'chineseCountingThousand',
  'chineseLegalSimplified',
  'ideographDigital',
  'japaneseCounting',
  'taiwaneseCountingThousand',
]);

/** The form that a list's level writes; null for one that no format has. */
function formOfList(format: string, text: string): NumberingForm | null {
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese') return 'circled';
  const sample = text.replace(/%\d/, chineseCounting.has(format) ? '一' : '1');
  const form = formOfMarker(sample);
  return form === 'none' ? null : form;
}

/** How a level's headings are numbered: by an automatic list, else by the words they begin with. */
export function learnNumbering(
  headings: readonly SampleParagraph[],
  lists: ReadonlyMap<string, ListInstance>,
): Learnt<NumberingForm> | null {
  return majority(
    headings.flatMap(({ text, layers }) => {
      const listId = foundIn(layers, 'listId')?.value;
      const level = listId === undefined ? undefined : lists.get(listId)?.levels.get(listLevel(layers));
      const automatic = level === undefined ? null : formOfList(level.format, level.text);
      return automatic === null
        ? evidence({ value: formOfMarker(text), place: 'text' as const }, 1)
        : evidence({ value: automatic, place: 'list' as const }, 1);
    }),
  );
}

function listLevel(layers: SampleParagraph['layers']): number {
  return foundIn(layers, 'listLevel')?.value ?? 0;
}
