/** A whole report in one paragraph: its chapters are cut apart where their markers count up. */

import { findMarker } from '../../../../shared/domain/text/markers.ts';
import { isOpen, type Line } from './line.ts';

/** Shorter paragraphs are never cut: «一、» within them is more likely an enumeration. */
const shortestReport = 300;
/** A marker of level 2 may follow its chapter's heading without any mark in between, this close. */
const headingReach = 60;
const possibleMarker = /[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]/g;

/** Cuts long paragraphs at embedded markers, unless the text has chapters on lines of their own. */
export function separateEmbeddedHeadings(lines: readonly Line[]): Line[] {
  const chapters = lines.filter((line) => isOpen(line) && findMarker(line.text, line.numbering)?.level === 1);
  if (chapters.length > 1) return [...lines];
  return lines.flatMap((line) => {
    if (!isOpen(line) || line.text.length < shortestReport) return [line];
    const cuts = embeddedMarkers(line.text);
    if (cuts.length === 0) return [line];
    return [0, ...cuts].flatMap((start, position, starts) => {
      const text = line.text.slice(start, starts[position + 1]).trim();
      const whole = position === 0 ? line : { ...line, removed: [], numbering: null, styleLevel: null };
      return text === '' ? [] : [{ ...whole, text }];
    });
  });
}

/** Places of markers that count 一、二、三 … (at least two), with （一）（二） … counting anew within each. */
function embeddedMarkers(text: string): number[] {
  const cuts: number[] = [];
  let chapters = 0;
  let sections = 0;
  let chapterAt = -1;
  for (const match of text.matchAll(possibleMarker)) {
    const marked = findMarker(text.slice(match.index, match.index + 24));
    const afterEnd = match.index === 0 || /[。！？：:；;\s]/.test(text[match.index - 1] ?? '');
    if (marked === null || marked.ordinal === null) continue;
    if (marked.level === 1 && afterEnd && marked.ordinal === chapters + 1) {
      chapters += 1;
      sections = 0;
      chapterAt = match.index;
      if (match.index > 0) cuts.push(match.index);
    } else if (marked.level === 2 && chapters > 0 && marked.ordinal === sections + 1) {
      const opensChapter = sections === 0 && match.index - chapterAt < headingReach;
      if (!afterEnd && !opensChapter) continue;
      sections += 1;
      cuts.push(match.index);
    }
  }
  return chapters < 2 ? [] : cuts;
}
