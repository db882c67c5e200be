/** 下降-5.6%: the word and the sign say it twice, and the reader cannot tell which way it went. */
import { allMatches } from '../../text/all-matches.ts';
import { replacement, textDraft } from '../drafts.ts';
import type { FindingDraft } from '../finding.ts';
import type { ReportView } from '../view.ts';

const signed =
  /(?<word>增长|上升|提高|增加|下降|减少|降低)了?(?:约|近)?\s*(?<sign>[-－−﹣])(?=\d+(?:\.\d+)?(?:%|个百分点|[件人次个户份起名场条]))/g;
const falling: Readonly<Record<string, string>> = {
  增长: '下降',
  上升: '下降',
  提高: '降低',
  增加: '减少',
};

export function doubleNegative({ written }: ReportView): FindingDraft[] {
  return written.flatMap((paragraph) =>
    allMatches(paragraph.shown.text, signed).map((match) => {
      const { word = '' } = match.groups ?? {};
      const stretch = { start: match.index, end: match.index + match[0].length };
      return textDraft(paragraph, stretch, {
        rule: 'doubleNegative',
        severity: 'likely',
        parameters: { word },
        fix: replacement(paragraph, stretch, falling[word] ?? word),
      });
    }),
  );
}
