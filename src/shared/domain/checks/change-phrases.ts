/** What a text says of growing and shrinking: 较上年增长12%, 比去年有所下降, 与上年持平, 翻一番. */
import { allMatches } from '../text/all-matches.ts';
import type { CheckedQuantity, CheckedSentence } from './checked-quantity.ts';
import { isLiteral, type ShownText } from './shown-text.ts';

export type ChangeDirection = 'up' | 'down' | 'same' | 'doubled';

export interface ChangePhrase {
  direction: ChangeDirection;
  /** The whole phrase without its number. */
  start: number;
  end: number;
  /** The verb alone. */
  wordStart: number;
  word: string;
  /** How much, where that is said. */
  amount: CheckedQuantity | null;
  /** Where it moved to, where only that is said: 由21人增加到26人. */
  to: CheckedQuantity | null;
  /** For 翻番: how many times the former number, 2 for one, 4 for two. */
  factor: number;
  /** 基本持平: nearly so. */
  nearly: boolean;
  sentence: number;
}

const up = '增长|增加|上升|提高|提升|升高|增幅(?:达到|达|为)?';
const down = '下降|减少|降低|下滑|回落|降幅(?:达到|达|为)?';
/** Single characters mean a change only behind words of comparison. */
const short = '[增升多降减少]';
const base =
  '(?:(?:较|比)(?:上一?年度?|去年|上一年)(?:度|同期)?|(?:与|同|和)(?:上一?年|去年)(?:同期)?相比[，,]?|同比)';
const degree = '(?:有所|明显|大幅度?|显著|稳步|持续|略有|小幅|逐年|分别|又|净|共)*';

const changes = new RegExp(
  `(?<base>${base})?(?:[，,])?${degree}(?<word>${up}|${down}|(?<=${base}${degree})${short})了?(?![到至为])(?<gap>(?:约|近|达到?|超过?|幅度)?\\s*)`,
  'g',
);
const moved = new RegExp(`(?<word>${up}|${down})了?[到至为](?:了)?\\s*`, 'g');
const unchanged =
  /(?:与|和|较|同|比)(?:上一?年度?|去年)(?:度|同期)?(?:相比)?(?<nearly>基本|大体|大致)?(?:保持)?(?<word>持平)/g;
const multiplied = new RegExp(`(?:${base})?(?:实现)?(?<word>翻(?:了)?(?<times>[一两])?番)`, 'g');

const upWords = new RegExp(`^(?:${up}|[增升多])$`);

/** All phrases of literal text in order: what a binding prints follows from its numbers. */
export function changePhrases(
  shown: ShownText,
  sentences: readonly CheckedSentence[],
  quantities: readonly CheckedQuantity[],
): ChangePhrase[] {
  const { text } = shown;
  if (!/[增升提降减下翻持回多少]/.test(text)) return [];
  const starting = new Map(quantities.map((quantity) => [quantity.start, quantity]));
  const found: ChangePhrase[] = [];
  const add = (
    match: RegExpExecArray,
    direction: ChangeDirection,
    amount: CheckedQuantity | null,
    to: CheckedQuantity | null = null,
  ) => {
    const word = match.groups?.word ?? '';
    const wordStart = match.index + match[0].indexOf(word, match.groups?.base?.length ?? 0);
    const end = wordStart + word.length;
    const sentence = sentences.findIndex((one) => match.index >= one.start && match.index < one.end);
    if (sentence === -1 || !isLiteral(shown, wordStart, end)) return;
    found.push({
      direction,
      start: match.index,
      end,
      wordStart,
      word,
      amount,
      to,
      factor: match.groups?.times === '两' ? 4 : 2,
      nearly: match.groups?.nearly !== undefined,
      sentence,
    });
  };
  for (const match of allMatches(text, changes)) {
    const { word = '' } = match.groups ?? {};
    const behind = match.index + match[0].length;
    // Hedges belong to the number: «增长约12%».
    const amount = starting.get(behind) ?? starting.get(behind - (match.groups?.gap ?? '').length) ?? null;
    // «提高执法水平», «减少纠纷»: without comparison or amount nothing is compared.
    if (match.groups?.base === undefined && amount === null) continue;
    if (amount === null && !/^[，。；,;、）)]|^$/.test(text.slice(behind, behind + 1))) continue;
    add(match, upWords.test(word) ? 'up' : 'down', amount);
  }
  for (const match of allMatches(text, moved)) {
    const to = starting.get(match.index + match[0].length);
    if (to !== undefined) add(match, upWords.test(match.groups?.word ?? '') ? 'up' : 'down', null, to);
  }
  for (const match of allMatches(text, unchanged)) add(match, 'same', null);
  for (const match of allMatches(text, multiplied)) add(match, 'doubled', null);
  return found.sort((a, b) => a.start - b.start);
}

/** Only the phrase, or its number, between what it is said of and itself. */
const leadToPhrase = /^[^，。；、：:,;]{0,14}[，、,（(]?\s*$/;
const betweenPhrases = /^[^，。；：,;]{0,2}[，、,]?\s*$/;

/**
 * The number that a phrase is said of: the last one before it in its sentence, with nothing between but the thing's name
 * and other changes of the same number (50件，较上年减少7件，下降12.3%). Null where something else might be meant.
 */
export function subjectOf(
  phrase: ChangePhrase,
  phrases: readonly ChangePhrase[],
  quantities: readonly CheckedQuantity[],
  text: string,
): CheckedQuantity | null {
  if (phrase.to !== null) return phrase.to;
  const earlier = new Map(
    phrases.flatMap((one) => (one.amount === null ? [] : [[one.amount, one] as const])),
  );
  let at = phrase.start;
  const before = quantities.findLastIndex(({ end }) => end <= phrase.start);
  for (let index = before; index >= 0 && index > before - 4; index -= 1) {
    const quantity = quantities[index];
    if (quantity === undefined || quantity.sentence !== phrase.sentence) return null;
    const between = text.slice(quantity.end, at);
    const change = earlier.get(quantity);
    if (change === undefined) {
      return leadToPhrase.test(between) && !tellsChange(quantity) ? quantity : null;
    }
    if (!betweenPhrases.test(between)) return null;
    at = change.start;
  }
  return null;
}

/** A binding that prints a change is no number that has changed. */
function tellsChange({ binding }: CheckedQuantity): boolean {
  return binding !== null && ['growth', 'change', 'size'].includes(binding.format.style);
}
