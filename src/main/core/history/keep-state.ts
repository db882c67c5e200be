/** Keeping states of a report: when, and what of it. */
import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import { bindingsOf, paragraphText } from '../../../shared/domain/document.ts';
import {
  type KeptState,
  type StateContent,
  type StateReason,
  stateContentSchema,
} from '../../../shared/domain/history/report-state.ts';
import { statesToRemove } from '../../../shared/domain/history/thin-states.ts';
import type { Chapter, Report } from '../../../shared/domain/model.ts';
import { createNumberBook } from '../../../shared/domain/number-book.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { readChapters } from '../storage/queries/chapters.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import {
  deleteState,
  insertState,
  readLatestState,
  readState,
  readStates,
} from '../storage/queries/report-states.ts';
import { readReport } from '../storage/queries/reports.ts';

/** A text that inflates to more than this was not written by this program. */
const largestContent = 256 * 1024 * 1024;
/** How long people may work before what they began with is kept. */
const restlessTime = 10 * 60 * 1000;

type Keeping = Pick<WriteContext, 'database' | 'newId' | 'now'>;

function shownNumbers(
  report: Report,
  chapters: readonly Chapter[],
  database: ReadContext['database'],
): Record<string, string> {
  const bindings = chapters.flatMap(({ body }) => bindingsOf(body));
  if (bindings.length === 0) return {};
  const book = createNumberBook(readNumberTables(database));
  return Object.fromEntries(
    bindings.map((binding) => [binding.id, renderBinding(binding, report.year, book).text]),
  );
}

function contentOf(database: ReadContext['database'], report: Report): StateContent {
  // A revision counts savings, not words: two states that read the same are the same.
  const chapters = readChapters(database, report.id).map((chapter) => ({ ...chapter, revision: 0 }));
  const shown = shownNumbers(report, chapters, database);
  // Parsing takes out of the report what is not part of a state.
  return stateContentSchema.parse({ report, chapters, shown });
}

function characterCount({ chapters, shown }: StateContent): number {
  const texts = chapters.flatMap(({ heading, body }) => [
    heading,
    ...body.content.map((paragraph) => paragraphText(paragraph, ({ id }) => shown[id] ?? '')),
  ]);
  return [...texts.join('').replace(/\s/gu, '')].length;
}

/**
 * Keeps the report as it stands in the database now, unless the state kept last says the same and `reason` is only
 * `work` or `restore`; then thins out. The answer is the state that holds it.
 */
export function keepState(context: Keeping, reportId: string, reason: StateReason): KeptState {
  const { database, newId, now } = context;
  const report = readReport(database, reportId);
  if (report === null) throw new ExpectedFailure('report.notFound');
  const content = contentOf(database, report);
  const text = JSON.stringify(content);
  const sha256 = hash('sha256', text);
  const latest = readLatestState(database, reportId);
  if (latest?.sha256 === sha256 && (reason === 'work' || reason === 'restore')) return latest;
  const state = { id: newId(), keptAt: now, reason, characters: characterCount(content), sha256 };
  insertState(database, reportId, state, deflateRawSync(text));
  for (const id of statesToRemove(readStates(database, reportId), new Date(now))) {
    if (id !== state.id) deleteState(database, id);
  }
  return state;
}

/**
 * The newest final version of the report, and whether the report still reads as it did then: `sameText` its text and
 * data, `changedNumbers` how many of its places would show another number today, because the tables went on. Null where
 * it was never final.
 */
export function compareWithFinal(
  context: Pick<ReadContext, 'database'>,
  report: Report,
): { state: KeptState; sameText: boolean; changedNumbers: number } | null {
  const newest = readStates(context.database, report.id).find(({ reason }) => reason === 'final');
  if (newest === undefined) return null;
  const { state, content } = requireState(context, newest.id);
  const { shown, ...text } = contentOf(context.database, report);
  const { shown: shownThen, ...textThen } = content;
  return {
    state,
    sameText: JSON.stringify(text) === JSON.stringify(textThen),
    changedNumbers: Object.entries(shownThen).filter(([id, words]) => (shown[id] ?? words) !== words).length,
  };
}

/**
 * To be called by each command before it changes a report's text: after ten minutes without a kept state the text is
 * kept as it stands before the change. A clock that was put back does not put keeping off, nor makes every change keep one:
 * the pause counts from the state that was kept last, not from the one with the latest date.
 */
export function keepBeforeWork(context: Keeping, reportId: string): void {
  const latest = readLatestState(context.database, reportId);
  const since = latest === null ? restlessTime : Date.parse(context.now) - Date.parse(latest.keptAt);
  if (since >= 0 && since < restlessTime) return;
  keepState(context, reportId, 'work');
}

/** Throws history.notFound, and history.damaged where its bytes are not those that were kept. */
export function requireState(
  { database }: Pick<ReadContext, 'database'>,
  id: string,
): { state: KeptState; reportId: string; content: StateContent } {
  const stored = readState(database, id);
  if (stored === null) throw new ExpectedFailure('history.notFound');
  const text = inflated(stored.content);
  if (text === null || hash('sha256', text) !== stored.state.sha256) {
    throw new ExpectedFailure('history.damaged');
  }
  return { ...stored, content: stateContentSchema.parse(JSON.parse(text)) };
}

function inflated(bytes: Uint8Array): string | null {
  try {
    return inflateRawSync(bytes, { maxOutputLength: largestContent }).toString('utf8');
  } catch {
    return null;
  }
}
