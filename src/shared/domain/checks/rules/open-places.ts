/**
 * What keeps a formal document back besides the numbers of the prose: conditional passages that a missing or carried
 * number decides, and such numbers in tables and charts.
 */
import { conditionState } from '../../condition-holds.ts';
import { figureContent } from '../../figure-content.ts';
import { openNumbersOf } from '../../figure-open.ts';
import { figuresOf, numberFigures } from '../../figure-print.ts';
import { conditionsOf } from '../../printed.ts';
import type { FindingDraft } from '../finding.ts';
import type { ReportView } from '../view.ts';

export function openPlaces({ chapters, year, book }: ReportView): FindingDraft[] {
  const labels = numberFigures(chapters);
  return chapters.flatMap(({ chapter }): FindingDraft[] => {
    const common = {
      severity: 'blocks',
      place: { kind: 'chapter', chapterId: chapter.id },
      excerpt: null,
    } as const;
    const passages = conditionsOf(chapter.body).flatMap((condition): FindingDraft[] => {
      const state = conditionState(condition, year, book);
      if (state === 'confirmed') return [];
      const name = book.indicator(condition.indicatorId)?.name ?? condition.indicatorId;
      const rule = state === 'missing' ? 'conditionMissing' : 'conditionCarried';
      return [{ ...common, rule, parameters: { name }, about: condition.id }];
    });
    const figures = figuresOf(chapter.body).flatMap((figure) =>
      openNumbersOf(figureContent(figure, year, book)).map((open): FindingDraft => {
        const parameters = { figure: labels.get(figure.id) ?? '', name: open.name, year: open.year };
        const rule = open.state === 'missing' ? 'figureMissing' : 'figureCarried';
        return { ...common, rule, parameters, about: `${figure.id}\n${open.indicatorId}\n${open.year}` };
      }),
    );
    return [...passages, ...figures];
  });
}
