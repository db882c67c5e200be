/** The session's saving of chapter texts, headings and the report's own data, and what happens when it goes wrong. */
import type { ReportContent } from '../../../shared/contract.ts';
import type { ChapterDocument } from '../../../shared/domain/document.ts';
import { done, type Failure, failed, type Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import { createChapterSaver } from './chapter-saver.ts';
import { withReportPatches } from './report-patches.ts';
import type { SaveMonitor } from './save-monitor.ts';
import { createSaveQueue } from './save-queue.ts';
import type { TellSession } from './session-notices.ts';
import type { ChapterPatch, ReportPatch } from './session-state.ts';
import type { Timers } from './timers.ts';
import type { UnsavedOfReport } from './unsaved-keeper.ts';

/** Repeating these cannot help: the core has understood and said no. */
const stuckCodes: readonly Failure['code'][] = [
  'chapter.conflict',
  'chapter.notFound',
  'report.notFound',
  'report.final',
  'formatProfile.notFound',
  'input.invalid',
];
const isStuck = (failure: Failure) => stuckCodes.includes(failure.code);

export interface TextActionsOptions {
  call: Call;
  timers: Timers;
  monitor: SaveMonitor;
  tell: TellSession;
  content: () => ReportContent;
  /** The core's texts and data replace those shown. */
  adopt: (content: ReportContent) => void;
  onSending: () => void;
}

export function createTextActions(options: TextActionsOptions) {
  const { call, timers, monitor, tell, content, adopt } = options;
  const saver = createChapterSaver(call);
  const pauses = { timers, monitor, quiet: 400, longest: 900, isStuck };

  const readAgain = async (): Promise<ReportContent | null> => {
    const outcome = await call('report.read', { id: content().report.id });
    if (!outcome.ok) tell({ kind: 'refused', failure: outcome.error });
    return outcome.ok ? outcome.value : null;
  };

  const keepMine = async (chapterId: string) => {
    const stored = await readAgain();
    if (!stored) return;
    saver.learn(stored.report.id, stored.chapters);
    bodies.retry(chapterId);
  };

  const takeTheirs = async (chapterId: string) => {
    const stored = await readAgain();
    if (!stored) return;
    bodies.drop(chapterId);
    saver.learn(stored.report.id, stored.chapters);
    const current = content();
    const replaced = stored.chapters.find((chapter) => chapter.id === chapterId);
    adopt({
      report: current.report,
      chapters: current.chapters.map((chapter) =>
        chapter.id === chapterId && replaced ? replaced : chapter,
      ),
    });
  };

  const bodies = createSaveQueue<ChapterDocument>({
    ...pauses,
    send: saver.send,
    onSending: options.onSending,
    onStuck: (chapterId, failure) => {
      if (failure.code !== 'chapter.conflict') return;
      const heading = content().chapters.find((chapter) => chapter.id === chapterId)?.heading ?? '';
      tell({
        kind: 'chapterConflict',
        heading,
        keepMine: () => void keepMine(chapterId),
        takeTheirs: () => void takeTheirs(chapterId),
      });
    },
  });

  /** A refused change of a heading or of the report's data: say why and show what stands. */
  const giveUp = async (drop: () => void, failure: Failure) => {
    drop();
    tell({ kind: 'refused', failure });
    const stored = await readAgain();
    if (!stored) return;
    const texts = new Map(content().chapters.map((chapter) => [chapter.id, chapter.body]));
    adopt({
      report: stored.report,
      chapters: stored.chapters.map((chapter) => ({
        ...chapter,
        body: texts.get(chapter.id) ?? chapter.body,
      })),
    });
  };

  /** A final report takes no more text, so none may be left behind. */
  const savedAllText = async (): Promise<Outcome<null>> => {
    await Promise.all([headings.flush(), bodies.flush()]);
    if (!bodies.isDirty() && !headings.isDirty()) return done(null);
    const state = monitor.state();
    return state.kind === 'failed' ? { ok: false, error: state.failure } : failed('storage.failed');
  };

  const reports = createSaveQueue<ReportPatch[]>({
    ...pauses,
    merge: withReportPatches,
    async send(key, patches) {
      const id = key.slice(reportPrefix.length);
      let outcome: Outcome<{ savedAt: string }> = done({ savedAt: timers.now().toISOString() });
      for (let patch = patches[0]; patch; patch = patches[0]) {
        if (patch.state === 'final') {
          const text = await savedAllText();
          if (!text.ok) return text;
        }
        outcome = await call('report.update', { ...patch, id });
        if (!outcome.ok) return outcome;
        // A repetition after a later failure goes on from here.
        patches.shift();
      }
      return outcome;
    },
    onStuck: (key, failure) => void giveUp(() => reports.drop(key), failure),
  });

  const headings = createSaveQueue<ChapterPatch>({
    ...pauses,
    merge: (older, newer) => ({ ...older, ...newer }),
    send: async (key, patch) => {
      const outcome = await call('chapter.update', { ...patch, id: key.slice(headingPrefix.length) });
      if (!outcome.ok) return outcome;
      saver.hear([outcome.value.chapter]);
      return done({ savedAt: outcome.value.savedAt });
    },
    onStuck: (key, failure) => void giveUp(() => headings.drop(key), failure),
  });

  const headingOf = (chapterId: string) =>
    content().chapters.find((chapter) => chapter.id === chapterId)?.heading ?? '';

  const unsavedBodies = (): UnsavedOfReport[] =>
    bodies.unsaved().flatMap(([chapterId, body]) => {
      const known = saver.whereabouts(chapterId);
      if (known === null) return [];
      const { reportId, revision } = known;
      return [{ reportId, item: { kind: 'body', chapterId, heading: headingOf(chapterId), revision, body } }];
    });

  const unsavedHeadings = (): UnsavedOfReport[] =>
    headings.unsaved().flatMap(([key, patch]) => {
      const chapterId = key.slice(headingPrefix.length);
      const reportId = saver.whereabouts(chapterId)?.reportId;
      return reportId === undefined ? [] : [{ reportId, item: { kind: 'heading', chapterId, patch } }];
    });

  /** A change of state is an act, not words: it is declared again. */
  const unsavedReports = (): UnsavedOfReport[] =>
    reports.unsaved().flatMap(([key, patches]) => {
      const { state: _state, ...patch } = Object.assign({}, ...patches) as ReportPatch;
      if (Object.keys(patch).length === 0) return [];
      return [{ reportId: key.slice(reportPrefix.length), item: { kind: 'report', patch } }];
    });

  return {
    learn: saver.learn,
    hear: saver.hear,
    saveBody: (chapterId: string, body: ChapterDocument) => bodies.push(chapterId, body),
    dropBody: (chapterId: string) => bodies.drop(chapterId),
    updateReport: (id: string, patch: ReportPatch) => reports.push(`${reportPrefix}${id}`, [patch]),
    updateChapter: (id: string, patch: ChapterPatch) => headings.push(`${headingPrefix}${id}`, patch),
    async flush() {
      await Promise.all([headings.flush(), reports.flush()]);
      await bodies.flush();
    },
    isDirty: () => bodies.isDirty() || reports.isDirty() || headings.isDirty(),
    unsaved: () => [...unsavedBodies(), ...unsavedHeadings(), ...unsavedReports()],
  };
}

/** The monitor's keys must not meet those of chapter texts. */
const reportPrefix = 'report ';
const headingPrefix = 'heading ';
