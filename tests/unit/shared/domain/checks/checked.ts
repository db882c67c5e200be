/** Reports of a few sentences, checked with the indicators of the shipped template. */
import type { BindingFormat } from '../../../../../src/shared/domain/binding-format.ts';
import { type CheckInput, checkReport } from '../../../../../src/shared/domain/checks/check-report.ts';
import type { Finding } from '../../../../../src/shared/domain/checks/finding.ts';
import type { InlineNode, ParagraphNode } from '../../../../../src/shared/domain/document.ts';
import type { Chapter, Observation } from '../../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import { numberChapters } from '../../../../../src/shared/domain/outline.ts';
import { indicatorsOf, shippedTemplate } from '../../../resources/shipped-files.ts';

export const template = shippedTemplate();
export const indicators = indicatorsOf(template);
export const year = 2024;

/** Numbers of this year and the year before, by indicator. */
export type Cells = Readonly<Record<string, readonly [now: string | null, ...before: (string | null)[]]>>;

export function observationsOf(cells: Cells, state: Observation['state'] = 'confirmed'): Observation[] {
  return Object.entries(cells).flatMap(([indicatorId, values]) =>
    values.flatMap((value, index): Observation[] =>
      value === null
        ? []
        : [
            {
              indicatorId,
              year: year - index,
              entry: { kind: 'number', value },
              state: index === 0 ? state : 'confirmed',
              source: '',
              note: '',
              evidence: '',
            },
          ],
    ),
  );
}

const placeholder = /\{([a-zA-Z.]+)(@-1)?(?::(\w+))?\}/;

/** «排查纠纷{disputes.screened}»: the starters' notation, as far as it is needed here. */
export function paragraphOf(text: string, carriedFrom: number | null = null): ParagraphNode {
  const content: InlineNode[] = [];
  let rest = text;
  for (let match = placeholder.exec(rest); match !== null; match = placeholder.exec(rest)) {
    if (match.index > 0) content.push({ type: 'text', text: rest.slice(0, match.index) });
    const style = match[3] ?? 'plain';
    const format: BindingFormat =
      style === 'growth' || style === 'change' ? { style } : { style: 'plain', unit: true };
    content.push({
      type: 'binding',
      attrs: {
        id: `b${content.length}-${match[1]}`,
        indicatorId: match[1] ?? '',
        yearOffset: match[2] === undefined ? 0 : -1,
        format,
      },
    });
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest !== '') content.push({ type: 'text', text: rest });
  return { type: 'paragraph', attrs: { carriedFrom }, content };
}

export function chapterOf(paragraphs: readonly ParagraphNode[], different: Partial<Chapter> = {}): Chapter {
  return {
    id: 'chapter',
    parentId: null,
    position: 0,
    kind: 'section',
    heading: '工作开展情况',
    runIn: false,
    templateChapterKey: null,
    body: { type: 'doc', content: [...paragraphs] },
    done: false,
    revision: 0,
    ...different,
  };
}

export function inputOf(
  chapters: readonly Chapter[],
  cells: Cells = {},
  different: Partial<CheckInput> = {},
): CheckInput {
  return {
    year,
    numbered: numberChapters(chapters),
    indicators,
    book: createNumberBook({ indicators, observations: observationsOf(cells) }),
    template,
    remembered: [],
    lastYearHeadings: new Set(),
    ...different,
  };
}

/** All findings about sentences, each a paragraph of one chapter. */
export function check(texts: readonly string[], cells: Cells = {}): Finding[] {
  return checkReport(inputOf([chapterOf(texts.map((text) => paragraphOf(text)))], cells));
}

/** The rules that are likely broken, in order; what is a hint only is left out. */
export function likely(texts: readonly string[], cells: Cells = {}): string[] {
  return check(texts, cells)
    .filter(({ severity }) => severity === 'likely')
    .map(({ rule }) => rule);
}

/** The words that a finding marks. */
export function marked({ excerpt }: Finding): string {
  return excerpt === null ? '' : excerpt.text.slice(excerpt.start, excerpt.end);
}
