/** Takes out what other tools left in the text, and evens out blanks. Everything taken out is told. */
import { isChinese } from '../../../../shared/domain/text/characters.ts';

export interface CleanedText {
  text: string;
  /** The pieces taken out, in order; none is blank. */
  removed: string[];
}

/**
 * Bold marks and headings of markdown, bookmarks of a Word conversion, blank entities of a web page, backslashes before
 * marks; soft hyphens, characters without width, control characters.
 */
const leftovers =
  /\*{2,}|^\s*#{1,6}(?=\s)|\[bookmark:[^\]\n]{0,80}\]|&(?:nbsp|ensp|emsp);|\\(?=[.*_#()[\]-])|(?:(?!\s)[\p{Cc}\p{Cf}\ufffc])+/gu;

const mostLayers = 3;

/** A list's bullet at the start of a line; the last ones are private characters of the Symbol and Wingdings fonts. */
const bullet = /^(?:[•●○◆◇■□▪▫➢➤★☆▲►\uf06c\uf06e\uf075\uf0a7\uf0b7\uf0d8]|[*·+-](?=\s))\s*/;

/**
 * The text without foreign marks, without blanks at its ends and with runs of blanks evened out: none beside
 * Chinese writing, one elsewhere. `keepTabs`: the text is a table's row, whose blanks and
 * leading signs are left alone.
 */
export function cleanMarkup(raw: string, keepTabs = false): CleanedText {
  const removed: string[] = [];
  const takeOut = (piece: string): string => {
    if (piece.trim() !== '') removed.push(piece.trim());
    return piece.startsWith('&') ? ' ' : '';
  };
  let bare = raw;
  // Taking one mark out may leave another; more than a few layers are nobody's writing.
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const next = bare.replace(leftovers, takeOut);
    if (next === bare) break;
    bare = next;
  }
  if (keepTabs) return { text: bare.trimEnd(), removed };
  let text = bare.trimStart();
  for (let next = text.replace(bullet, takeOut); next !== text; next = text.replace(bullet, takeOut))
    text = next;
  return { text: evenBlanks(text.trim()), removed };
}

function evenBlanks(text: string): string {
  return text.replace(/\s+/g, (run, at: number) => {
    if (run.length === 1) return /[\n\t\r]/.test(run) ? ' ' : run;
    return isChinese(text[at - 1]) && isChinese(text[at + run.length]) ? '' : ' ';
  });
}
