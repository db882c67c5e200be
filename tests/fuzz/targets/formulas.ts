/** Formulas, as they are stored and as a person writes them. */
import { isDeepStrictEqual } from 'node:util';
import { formulaFunctions, parseFormula } from '../../../src/shared/domain/formula.ts';
import { formulaNames, wordOfFunction } from '../../../src/shared/domain/formula-names.ts';
import { storedFormula } from '../../../src/shared/domain/formula-print.ts';
import { formulaText, parseFormulaText } from '../../../src/shared/domain/formula-text.ts';
import { createNumberBook } from '../../../src/shared/domain/number-book.ts';
import { indicator } from '../../unit/shared/domain/exchange/indicators.ts';
import { monotonousText, mutateText } from '../mutate/text.ts';
import { type FuzzTarget, mustHold } from '../target.ts';

const topics = [
  { id: 't', name: '信访' },
  { id: 'topic 2', name: '信访（重复）' },
];
const indicators = [
  indicator('disputes.screened', { name: '排查件数' }),
  indicator('disputes.resolved', { name: '化解件数' }),
  indicator('0190-ab', { name: '上年' }),
  indicator('a', { name: '乙 - 丙' }),
  indicator('b', { name: '乙' }),
  indicator('c', { name: '丙', topicId: 'topic 2' }),
  indicator('d', { name: '丙' }),
  indicator('e', { name: '「引号」' }),
  indicator('f', { name: '12' }),
];
const names = formulaNames({ indicators, topics });

const words = [
  ...formulaFunctions,
  ...Object.values(wordOfFunction),
  ...indicators.flatMap(({ id, name }) => [id, `[${id}]`, name, `「${name}」`, `#${id}`]),
  ...topics.flatMap(({ id, name }) => [id, name]),
  'topic',
  '专题合计',
  ...'+-*/(),×÷−（），、；「」[]·='.split(''),
  '0.5',
  '5',
  '００',
];
const seeds = [
  'rate(disputes.resolved, disputes.screened)',
  'sum(a, b, [0190-ab]) - last(a) * 2.5',
  '-(a + b) / (c - -d)',
  'topic(t) + points(a, b)',
  '占比（化解件数，排查件数）',
  '合计（乙，「信访·丙」）−上年（排查件数）×2',
  '专题合计（信访）＋专题合计（）',
  '＝增长率（「乙 - 丙」）',
];

export const formulaTarget: FuzzTarget = {
  name: 'formula',
  async prepare() {
    return {
      make(random) {
        const text = random.chance(0.15)
          ? monotonousText(random, words)
          : mutateText(random.pick(seeds), random, words);
        return { name: 'formula.txt', bytes: new Uint8Array(Buffer.from(text, 'utf16le')) };
      },
      attempt({ bytes }) {
        const text = Buffer.from(bytes).toString('utf16le');
        const stored = parseFormula(text);
        if (stored.ok) {
          const again = parseFormula(storedFormula(stored.formula));
          mustHold(
            again.ok && isDeepStrictEqual(again.formula, stored.formula),
            'printing and reading give the same',
          );
          const book = createNumberBook({
            indicators: [...indicators, indicator('result', { formula: storedFormula(stored.formula) })],
            observations: [],
          });
          book.cell('result', 2024);
        }
        const written = parseFormulaText(text, names, 't');
        if (written.ok) {
          const again = parseFormulaText(formulaText(written.formula, names), names, 't');
          const fits = again.ok || again.problem.code === 'tooLong' || again.problem.code === 'tooDeep';
          mustHold(fits, `what is printed in names can be read: ${again.ok ? '' : again.problem.code}`);
          mustHold(
            !again.ok || isDeepStrictEqual(again.formula, written.formula),
            'names stand for the same again',
          );
          const kept = parseFormula(storedFormula(written.formula));
          mustHold(
            kept.ok && isDeepStrictEqual(kept.formula, written.formula),
            'what may be typed can be stored',
          );
        }
        for (const read of [stored, written]) {
          const place = read.ok ? 0 : read.problem.position;
          mustHold(place >= 0 && place <= Math.max(text.length, 20_000), 'a problem has a place');
        }
        return stored.ok || written.ok ? 'accepted' : 'refused';
      },
    };
  },
};
