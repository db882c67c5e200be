/** What a paste by names tells: how much was placed, what was left out and why, and line by line what went where. */
import type { ActNotice } from './act-words.ts';
import type { DataWords } from './cell-words.ts';
import type { NamedPaste } from './paste-by-name.ts';
import type { RejectedText } from './rejected-texts.ts';

/** Characters of a name; a whole paragraph may stand where a name was expected. */
const longestName = 20;
/** As many names as fit into the line; all of them stand in the details. */
const namesInLine = 4;

const listed = ['unknown', 'ambiguous', 'repeated', 'otherUnit', 'computed'] as const;

export function namedPasteNotice(
  plan: NamedPaste,
  rejected: readonly RejectedText[],
  t: DataWords,
): ActNotice {
  const years = [...new Set(plan.typed.map(({ year }) => year))].sort((a, b) => a - b);
  const named = (names: readonly (string | number)[], most: number) =>
    names.slice(0, most).map(shortened).join(t('paste.separator')) +
    (names.length > most ? t('paste.andMore', { count: names.length }) : '');
  const placed = plan.typed.length - rejected.length;
  const leftOut = listed.filter((kind) => plan[kind].length > 0);
  const problems = [
    rejected.length > 0 ? t('notice.rejected', { count: rejected.length }) : '',
    ...leftOut.map((kind) => t(`paste.${kind}`, { names: named(plan[kind], namesInLine) })),
    plan.otherYears.length > 0 ? t('paste.otherYears', { years: named(plan.otherYears, namesInLine) }) : '',
    plan.doubledYears.length > 0
      ? t('paste.doubledYears', { years: named(plan.doubledYears, namesInLine) })
      : '',
    plan.noYears ? t('paste.noYears') : '',
  ];
  const asides = [
    plan.blanks > 0 ? t('paste.blanks', { count: plan.blanks }) : '',
    plan.hiddenRows > 0 ? t('paste.hiddenRows', { count: plan.hiddenRows }) : '',
  ];
  const isRejected = (id: string, year: number) =>
    rejected.some((one) => one.indicatorId === id && one.year === year);
  return {
    tone: problems.some(Boolean) ? 'problem' : 'info',
    text: [
      placed > 0
        ? t('paste.placed', { count: placed, years: years.join(t('paste.separator')) })
        : t('paste.nothing'),
      ...problems,
      ...asides,
    ].join(''),
    details: [
      ...plan.typed.map(({ indicator, year, text }) =>
        t(isRejected(indicator.id, year) ? 'paste.lineRejected' : 'paste.line', {
          name: indicator.name,
          year,
          text,
        }),
      ),
      ...leftOut
        .filter((kind) => plan[kind].length > namesInLine)
        .map((kind) => t(`paste.${kind}`, { names: named(plan[kind], plan[kind].length) })),
    ],
  };
}

function shortened(name: string | number): string {
  const text = String(name);
  return text.length > longestName ? `${text.slice(0, longestName)}…` : text;
}
