/** 承诺: what last year's report said would be done this year. */
import { type BindingAttributes, paragraphText } from '../document.ts';
import type { Chapter } from '../model.ts';
import { numberChapters } from '../outline.ts';
import type { Template } from '../template.ts';
import { splitSentences } from './sentences.ts';

/** The required content (template.ts) that next-steps chapters answer. */
const nextYearContent = 'nextYear';
const nextStepsHeading =
  /下一?步|下一?年度?|下一阶段|明年|来年|今后|(?:工作)?(?:计划|打算|思路)|(?:工作|主要|初步|重点)安排/;
/** promise.ts: a promise's text holds no more. */
const longest = 2000;

const ordinal = '[一二三四五六七八九十]{1,2}';
/** Where a point begins: 一是, 首先, 第一，, （1）, ①; at the beginning or behind a clause. */
const pointStart = new RegExp(
  `(?:^|(?<=[。；！：，;:,.!\\s]))(?:${ordinal}是(?!否)|${ordinal}要(?=[\\u4e00-\\u9fff])|首先|其次|再次|再者|最后(?=[，,要是])|第${ordinal}[，、,]|[（(]\\d{1,2}[）)]|[①-⑳])[，,：:]?\\s*`,
  'g',
);
/** A numbered item: «1.», «2、», «（三）», «四、». */
const itemMarker = new RegExp(
  `^\\s*(?:\\d{1,2}(?:[、．)）]|\\.(?!\\d))|[（(](?:\\d{1,2}|${ordinal})[）)]、?|${ordinal}、)\\s*`,
);
const introduces =
  /以下|如下|下列|下述|[：:]$|几个?(?:方面|点|项)|[一二两三四五六七八九十\d]个(?:方面|重点)(?:工作)?[，。：]?/;
/** The solemn last sentence of a report promises nothing that could be answered. */
const solemn = /[！!]$|使命光荣|责任重大|任重道远|我们(?:深感|坚信|相信)/;

/**
 * The promises of last year's next-steps chapters in order: one for each point (一是 …), numbered item or paragraph, without
 * its marker, each at most 2,000 characters (a longer one is parted at a sentence). The sentence that introduces them and
 * a solemn close are none. Next-steps chapters are those that answer the required content `nextYear` of the template, with
 * everything below them; where none does, those whose heading says so (下一步, 工作计划 …). A heading below is part of the
 * promise that it heads. `show` renders a binding.
 */
export function extractPromises(
  chapters: readonly Chapter[],
  template: Pick<Template, 'chapters'> | null,
  show: (binding: BindingAttributes) => string,
): string[] {
  const answering = new Set(
    template?.chapters.filter((known) => known.requiredContent === nextYearContent).map(({ key }) => key),
  );
  const byTemplate = chapters.filter(({ templateChapterKey: key }) => key !== null && answering.has(key));
  const roots =
    byTemplate.length > 0
      ? byTemplate
      : chapters.filter(({ kind, heading }) => kind === 'section' && nextStepsHeading.test(heading));
  const rootIds = new Set(roots.map(({ id }) => id));
  const inside = new Set<string>();
  return numberChapters(chapters).flatMap(({ chapter }) => {
    const below = chapter.parentId !== null && inside.has(chapter.parentId);
    if (!below && !rootIds.has(chapter.id)) return [];
    inside.add(chapter.id);
    const hasChildren = chapters.some(({ parentId }) => parentId === chapter.id);
    const texts = chapter.body.content
      .map((paragraph) => paragraphText(paragraph, show).trim())
      .filter((text) => text !== '');
    const promises = promisesOf(texts, { hasChildren });
    const own = below && !hasChildren ? underHeading(chapter.heading, texts, promises) : promises;
    return own.filter((promise) => promise.trim() !== '').flatMap(parted);
  });
}

/** A section without points of its own is one promise, heading and text. */
function underHeading(heading: string, texts: readonly string[], promises: string[]): string[] {
  if (heading === '' || texts.some(isMarked)) return promises;
  const closed = /[。；！？.;!?]$/.test(heading) ? heading : `${heading}。`;
  return [texts.length === 0 ? heading : `${closed}${texts.join('\n')}`];
}

function isMarked(text: string): boolean {
  return itemMarker.test(text) || hasPoints(text);
}

function hasPoints(text: string): boolean {
  return text.replace(itemMarker, '').search(pointStart) >= 0;
}

function promisesOf(texts: readonly string[], options: { hasChildren: boolean }): string[] {
  const marked = texts.map(isMarked);
  return texts.flatMap((text, index) => {
    if (hasPoints(text)) return pointsOf(text);
    if (marked[index]) return [text.replace(itemMarker, '')];
    const more = options.hasChildren || marked.slice(index + 1).includes(true);
    const one = splitSentences(text).length === 1;
    if (introduces.test(text) && (more || one)) return [];
    if (more && index === 0 && one) return [];
    if (index === texts.length - 1 && index > 0 && solemn.test(text)) return [];
    return [text];
  });
}

/** The points of a paragraph without their markers; what stands before the first introduces them. */
function pointsOf(text: string): string[] {
  const body = text.replace(itemMarker, '');
  const starts = [...body.matchAll(pointStart)];
  return starts
    .map((match, index) => body.slice(match.index + match[0].length, starts[index + 1]?.index).trim())
    .filter((point) => point !== '');
}

function parted(promise: string): string[] {
  if (promise.length <= longest) return [promise];
  const parts: string[] = [];
  for (const { text } of splitSentences(promise)) {
    for (let from = 0; from < text.length; from += longest) {
      const piece = text.slice(from, from + longest);
      const last = parts.at(-1);
      if (last !== undefined && last.length + piece.length <= longest) parts[parts.length - 1] = last + piece;
      else parts.push(piece);
    }
  }
  return parts;
}
