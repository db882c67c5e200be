import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderBinding } from '../../../../../src/shared/domain/binding-text.ts';
import { withFix } from '../../../../../src/shared/domain/checks/apply-fix.ts';
import { checkReport } from '../../../../../src/shared/domain/checks/check-report.ts';
import { findingSchema } from '../../../../../src/shared/domain/checks/finding.ts';
import { shownText } from '../../../../../src/shared/domain/checks/shown-text.ts';
import { roundHalfUp } from '../../../../../src/shared/domain/decimal.ts';
import { type Cells, chapterOf, inputOf, paragraphOf, year } from './checked.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '排查矛盾纠纷',
    '化解',
    '化解率',
    '其中',
    '占',
    '较上年',
    '增长',
    '下降',
    '持平',
    '翻一番',
    '由上年的',
    '增加到',
    '，',
    '。',
    '；',
    '、',
    '%',
    '个百分点',
    '件',
    '起',
    '人次',
    '万',
    '余',
    '近',
    '约',
    '不到',
    '-',
    '（',
    '）',
    '“',
    '”',
    '{disputes.screened}',
    '{disputes.resolutionRate}',
    '{disputes.screened:growth}',
    '{disputes.screened@-1}',
    '\ufffc',
  ),
  fc.integer({ min: 0, max: 99_999 }).map(String),
  fc.double({ min: 0, max: 200, noNaN: true }).map((value) => value.toFixed(1)),
  fc.string({ maxLength: 6, unit: 'binary' }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const cells: Cells = { 'disputes.screened': ['50', '57'], 'disputes.resolved': ['48', '55'] };

function inputOfTexts(texts: readonly string[]) {
  return inputOf([chapterOf(texts.map((one) => paragraphOf(one)))], cells);
}

describe('whatever the text', () => {
  test('checking never throws, says the same again, and its places and identities are whole', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const input = inputOfTexts(texts);
        const findings = checkReport(input);
        expect(checkReport(input)).toEqual(findings);
        expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
        for (const finding of findings) {
          findingSchema.parse(finding);
          const { place, excerpt, fix } = finding;
          if (place.kind !== 'text') continue;
          const paragraph = input.numbered[0]?.chapter.body.content[place.paragraph];
          if (paragraph === undefined) throw new Error('no such paragraph');
          const shown = shownText(
            paragraph,
            (binding) => renderBinding(binding, year, input.book),
            () => true,
          );
          expect(place.start).toBeLessThan(place.end);
          expect(place.end).toBeLessThanOrEqual(shown.text.length);
          expect(place.from).toBeLessThan(place.to);
          if (excerpt !== null) expect(excerpt.text.slice(excerpt.start, excerpt.end)).not.toBe('');
          if (fix !== null) {
            const body = input.numbered[0]?.chapter.body;
            expect(body && withFix(body, place.paragraph, fix, 'new')).not.toBeNull();
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a text without any full stop is read as fast as its length allows', () => {
    const long = Array.from(
      { length: 800 },
      (_, index) => `排查纠纷${index}件，化解率${index % 100}%，其中`,
    ).join('');
    expect(checkReport(inputOfTexts([long])).length).toBeGreaterThan(0);
  });
});

test('a report whose numbers are computed has nothing that is likely wrong', () => {
  const count = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(count, count, count, (total, lastYear, drawn) => {
      const part = drawn % (total + 1);
      const rate = roundHalfUp(((part / total) * 100).toFixed(12), 1);
      const growth = roundHalfUp(((Math.abs(total - lastYear) / lastYear) * 100).toFixed(12), 1);
      const change =
        total === lastYear
          ? '与上年持平'
          : `较上年${total > lastYear ? '增长' : '下降'}${growth}%，${total > lastYear ? '增加' : '减少'}${Math.abs(total - lastYear)}件`;
      const sentences = [
        `全年排查矛盾纠纷${total}件，${change}。`,
        `全年受理调解${total}件，成功${part}件，成功率${rate}%。`,
        `共办理事项${total}件，其中土地类${part}件、其他${total - part}件。`,
        `纠纷由上年的${lastYear}件${total < lastYear ? '下降到' : '增加到'}${total === lastYear ? total + 1 : total}件。`,
        '全年排查矛盾纠纷{disputes.screened}，{disputes.screened:growth}，{disputes.screened:change}。',
      ];
      const book: Cells = { 'disputes.screened': [String(total), String(lastYear)] };
      const input = inputOf([chapterOf(sentences.map((one) => paragraphOf(one)))], book);
      const found = checkReport(input).filter(
        ({ severity, place }) => severity === 'likely' && place.kind === 'text',
      );
      expect(found.map(({ rule, excerpt }) => [rule, excerpt?.text])).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
