/** 认领数据: an imported report's numbers become bindings, and last year's observations. */
import { isDeepStrictEqual } from 'node:util';
import type { AcceptanceUndo } from '../../../shared/contract.ts';
import type { Chapter, Report } from '../../../shared/domain/model.ts';
import { createNumberBook } from '../../../shared/domain/number-book.ts';
import type { QuantityProposal } from '../../../shared/domain/proposal.ts';
import { acceptQuantities } from '../../../shared/domain/propose/accept-quantities.ts';
import { literalQuantities } from '../../../shared/domain/propose/found-in-chapters.ts';
import { rememberedWords } from '../../../shared/domain/propose/words-key.ts';
import { proposeQuantities } from '../../../shared/domain/propose-quantities.ts';
import type { Template } from '../../../shared/domain/template.ts';
import { isAskedFor } from '../../../shared/domain/topic-members.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { keepBeforeWork } from '../history/keep-state.ts';
import { readChapters, writeChapter } from '../storage/queries/chapters.ts';
import { readNumberTables, readObservation, writeObservation } from '../storage/queries/numbers.ts';
import { readRememberedChoices, rememberChoice } from '../storage/queries/remembered-choices.ts';
import { touchReport } from '../storage/queries/reports.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';
import { requireReport, templateOf } from './reports.ts';

/** Only a report that came from a file holds numbers to be claimed; it is final, and claiming does not reopen it. */
export function requireImportedReport(context: ReadContext | WriteContext, id: string): Report {
  const report = requireReport(context, id);
  if (report.origin !== 'imported') throw new ExpectedFailure('report.notFound');
  return report;
}

function questionOf(context: ReadContext | WriteContext, id: string) {
  const { database } = context;
  const report = requireImportedReport(context, id);
  const tables = readNumberTables(database);
  return {
    chapters: readChapters(database, id),
    template: templateOf(context, report),
    indicators: tables.indicators.filter((indicator) => isAskedFor(indicator, report.year)),
    book: createNumberBook(tables),
    year: report.year,
    remembered: readRememberedChoices(database),
  };
}

export const proposalQueries = {
  'import.propose': (context, { id }) => ({ proposals: proposeQuantities(questionOf(context, id)) }),
} satisfies Partial<QueryHandlers>;

interface Place {
  chapterId: string;
  paragraph: number;
  start: number;
  end: number;
}

function meet(a: Place, b: Place): boolean {
  return a.chapterId === b.chapterId && a.paragraph === b.paragraph && a.start < b.end && b.start < a.end;
}

/** Keeps every choice that differs from what was proposed; a choice without an indicator was declined. */
function rememberDifferences(
  context: WriteContext,
  choices: readonly (Place & { indicatorId: string | null })[],
  proposals: readonly QuantityProposal[],
  question: { chapters: readonly Chapter[]; template: Template; year: number },
): void {
  const quantities = literalQuantities(question.chapters, question.template, question.year);
  for (const choice of choices) {
    const proposal = proposals.find((one) => meet(one, choice));
    const quantity = quantities.find(({ found, ...place }) => meet({ ...place, ...found }, choice));
    if (quantity === undefined || proposal?.indicatorId === choice.indicatorId) continue;
    const { clause, found } = quantity;
    const { indicatorId } = choice;
    const remembered = { words: rememberedWords(clause), unit: found.unit, indicatorId };
    rememberChoice(context.database, remembered, context.now);
  }
}

export const proposalCommands = {
  'import.accept': (context, { id, accepted, declined }) => {
    const { database, newId, now } = context;
    const question = questionOf(context, id);
    const unknown = accepted.find(({ indicatorId }) => question.book.indicator(indicatorId) === undefined);
    if (unknown !== undefined) throw new ExpectedFailure('indicator.notFound', { name: unknown.indicatorId });
    const acceptance = acceptQuantities({ ...question, accepted, newId });
    if (acceptance === null) throw new ExpectedFailure('import.changedMeanwhile');
    keepBeforeWork(context, id);

    const refused = declined.map((place) => ({ ...place, indicatorId: null }));
    rememberDifferences(context, [...acceptance.bound, ...refused], proposeQuantities(question), question);
    const previous: AcceptanceUndo = {
      observations: acceptance.observations.map(({ indicatorId, year }) =>
        readObservation(database, indicatorId, year),
      ),
      written: acceptance.observations,
      bodies: [],
    };
    for (const observation of acceptance.observations) writeObservation(database, observation, now);
    for (const chapter of question.chapters) {
      const body = acceptance.bodies.get(chapter.id);
      if (body === undefined) continue;
      const revision = chapter.revision + 1;
      previous.bodies.push({ chapterId: chapter.id, revision, body: chapter.body });
      writeChapter(database, id, { ...chapter, body, revision }, now);
    }
    if (acceptance.bound.length > 0) touchReport(database, id, now);
    return { savedAt: now, bound: acceptance.bound.length, previous };
  },

  'import.takeBack': (context, { id, bodies, observations, written }) => {
    const { database, now } = context;
    requireImportedReport(context, id);
    keepBeforeWork(context, id);
    const untouched = written.every((cell) =>
      isDeepStrictEqual(readObservation(database, cell.indicatorId, cell.year), cell),
    );
    if (!untouched) throw new ExpectedFailure('import.changedMeanwhile');
    const chapters = new Map(readChapters(database, id).map((chapter) => [chapter.id, chapter]));
    for (const { chapterId, revision, body } of bodies) {
      const chapter = chapters.get(chapterId);
      if (chapter === undefined) throw new ExpectedFailure('chapter.notFound');
      if (chapter.revision !== revision) throw new ExpectedFailure('import.changedMeanwhile');
      writeChapter(database, id, { ...chapter, body, revision: chapter.revision + 1 }, now);
    }
    for (const observation of observations) writeObservation(database, observation, now);
    touchReport(database, id, now);
    return { savedAt: now };
  },
} satisfies Partial<CommandHandlers>;
