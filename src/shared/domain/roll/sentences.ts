/** Sentences of Chinese official prose, in which each binding counts as one character. */
import { type ParagraphNode, paragraphText } from '../document.ts';

/** U+FFFC OBJECT REPLACEMENT CHARACTER: stands for a binding wherever places in a paragraph are counted. */
export const bindingCharacter = '\ufffc';

export interface Sentence {
  /** `text.slice(start, end)`, without blanks around it, closing punctuation included. */
  text: string;
  start: number;
  end: number;
}

/** A paragraph's text with each binding as U+FFFC: the text that all places of open items and shifts refer to. */
export function paragraphPlain(paragraph: ParagraphNode): string {
  return paragraphText(paragraph, () => bindingCharacter, bindingCharacter);
}

const terminators = new Set('。！？；!?;');
const closersByOpener = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['【', '】'],
  ['〔', '〕'],
  ['「', '」'],
]);
const closers = new Set(closersByOpener.values());
const quoteClosers = new Set('”’」');
/** Behind a closing quote these show that the quoted sentence is part of a longer one. */
const goesOn = /[，、：,:的等之为与和及]/;

/**
 * The sentences of a text, in order. A sentence ends at 。！？；(also half-width !?;), with the closing quotes and
 * brackets behind it. Inside quotes or brackets nothing ends, except that a quotation which closes with its own full stop
 * ends the sentence unless it goes on. An opener without its closer is none. Every non-blank character belongs to
 * exactly one sentence.
 */
export function splitSentences(text: string): Sentence[] {
  const closing = matchingClosers(text);
  const sentences: Sentence[] = [];
  let from = 0;
  const cut = (to: number) => {
    const raw = text.slice(from, to);
    const trimmed = raw.trim();
    if (trimmed !== '') {
      const start = from + raw.indexOf(trimmed);
      sentences.push({ text: trimmed, start, end: start + trimmed.length });
    }
    from = to;
  };
  let at = 0;
  while (at < text.length) {
    const closer = closing.get(at);
    if (closer !== undefined) {
      at = closer + 1;
      const quoted = quoteClosers.has(text.charAt(closer)) && terminators.has(text.charAt(closer - 1));
      if (quoted && !goesOn.test(text.charAt(at)) && !terminators.has(text.charAt(at))) cut(at);
    } else if (terminators.has(text.charAt(at))) {
      at += 1;
      while (at < text.length && (terminators.has(text.charAt(at)) || closers.has(text.charAt(at)))) at += 1;
      cut(at);
    } else {
      at += 1;
    }
  }
  cut(text.length);
  return sentences;
}

/** Outermost openers that are closed, with the place of their closer. */
function matchingClosers(text: string): Map<number, number> {
  const open: { closer: string; at: number }[] = [];
  const pairs = new Map<number, number>();
  /** How many openers wait for each closer, so that one without an opener costs nothing. */
  const waiting = new Map<string, number>();
  const wait = (closer: string, more: number) => waiting.set(closer, (waiting.get(closer) ?? 0) + more);
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const closer = closersByOpener.get(character);
    if (closer !== undefined) {
      open.push({ closer, at });
      wait(closer, 1);
    } else if ((waiting.get(character) ?? 0) > 0) {
      const index = open.findLastIndex((candidate) => candidate.closer === character);
      const opener = open[index];
      if (opener === undefined) continue;
      pairs.set(opener.at, at);
      for (const unclosed of open.splice(index)) wait(unclosed.closer, -1);
    }
  }
  return pairs;
}
