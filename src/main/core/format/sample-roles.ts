/** Which paragraphs of a sample are its title, its red mark, its headings by level and its body. */
import type { NumberingForm } from '../../../shared/domain/format-profile-schema.ts';
import { formOfMarker, standardNumbering } from '../../../shared/domain/numbering-form.ts';
import { foundIn } from './looks.ts';
import type { SampleParagraph } from './sample-paragraphs.ts';

export type Level = 1 | 2 | 3 | 4;
export const levels: readonly Level[] = [1, 2, 3, 4];

export interface SampleRoles {
  /** 发文机关标志 in red above the title; null without one. */
  masthead: SampleParagraph | null;
  title: SampleParagraph | null;
  /** Whether a style, not a rule of thumb, says which paragraph the title is. */
  titleIsStyled: boolean;
  headings: ReadonlyMap<Level, SampleParagraph[]>;
  headingsAreStyled: boolean;
  body: SampleParagraph[];
}

/** The head of a document ends long before this many paragraphs. */
const longestHead = 40;
/** Half-points: nothing in the text is so large but a mark. */
const leastMasthead = 48;

function isRed(color: string): boolean {
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return (red ?? 0) >= 0xb0 && (green ?? 0) <= 0x50 && (blue ?? 0) <= 0x50;
}

function firstLook(paragraph: SampleParagraph) {
  return paragraph.runs.find(({ text }) => text.trim() !== '')?.layers ?? [];
}

function sizeOf(paragraph: SampleParagraph): number {
  return foundIn(firstLook(paragraph), 'size')?.value ?? 0;
}

function isMasthead(paragraph: SampleParagraph): boolean {
  const color = foundIn(firstLook(paragraph), 'color')?.value ?? '';
  return paragraph.text.trim().length >= 4 && sizeOf(paragraph) >= leastMasthead && isRed(color);
}

function isCentered({ layers }: SampleParagraph): boolean {
  return foundIn(layers, 'alignment')?.value === 'center';
}

/** Without a style the title is the largest centred paragraph of the head, larger than most of the text. */
function unstyledTitle(head: readonly SampleParagraph[], usualSize: number): SampleParagraph | null {
  const candidates = head.filter(
    (paragraph) =>
      isCentered(paragraph) && sizeOf(paragraph) > usualSize && paragraph.text.trim().length >= 4,
  );
  return candidates.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0] ?? null;
}

function usualSizeOf(paragraphs: readonly SampleParagraph[]): number {
  const characters = new Map<number, number>();
  for (const paragraph of paragraphs) {
    const size = sizeOf(paragraph);
    characters.set(size, (characters.get(size) ?? 0) + paragraph.text.length);
  }
  return [...characters].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/**
 * Headings by the markers they begin with. Forms of the national standard have its levels; where others occur as well,
 * a form is as deep as it appears late.
 */
function markedHeadings(paragraphs: readonly SampleParagraph[]): Map<Level, SampleParagraph[]> {
  const byForm = new Map<NumberingForm, SampleParagraph[]>();
  for (const paragraph of paragraphs) {
    const form = formOfMarker(paragraph.text);
    if (form !== 'none') byForm.set(form, [...(byForm.get(form) ?? []), paragraph]);
  }
  const forms = [...byForm.keys()];
  const isStandard = forms.every((form) => standardNumbering.includes(form));
  const headings = new Map<Level, SampleParagraph[]>();
  for (const [order, [form, marked]] of [...byForm].entries()) {
    const level = levels[isStandard ? standardNumbering.indexOf(form) : order];
    if (level !== undefined) headings.set(level, marked);
  }
  return headings;
}

export function rolesOf(paragraphs: readonly SampleParagraph[]): SampleRoles {
  const head = paragraphs.slice(0, longestHead);
  const masthead = head.find(isMasthead) ?? null;
  const uncolored = head.filter((paragraph) => !isMasthead(paragraph));
  const styledTitle = uncolored.find(({ level }) => level === 0) ?? null;
  const title = styledTitle ?? unstyledTitle(uncolored, usualSizeOf(paragraphs));
  const styled = new Map<Level, SampleParagraph[]>();
  for (const level of levels) {
    const own = paragraphs.filter((paragraph) => paragraph.level === level);
    if (own.length > 0) styled.set(level, own);
  }
  const rest = paragraphs.filter(
    (paragraph) => paragraph.level === null && paragraph !== title && paragraph !== masthead,
  );
  const headings = styled.size > 0 ? styled : markedHeadings(rest.filter((one) => !isCentered(one)));
  const marked = new Set([...headings.values()].flat());
  // Centred or right-aligned paragraphs are a head's or a signature's; a heading's own look is not the body's.
  const body = rest.filter(
    (paragraph) => !isCentered(paragraph) && !(marked.has(paragraph) && isShort(paragraph)),
  );
  return {
    masthead,
    title,
    titleIsStyled: styledTitle !== null,
    headings,
    headingsAreStyled: styled.size > 0,
    body,
  };
}

/** A heading that text runs in behind is body as well. */
function isShort({ text }: SampleParagraph): boolean {
  return text.length <= 40;
}
