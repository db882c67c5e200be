/** Saves chapter texts with the revision the core expects, and tells a real conflict from a lost answer. */
import type { ChapterDocument } from '../../../shared/domain/document.ts';
import type { Chapter } from '../../../shared/domain/model.ts';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import type { Call } from '../../api/client.ts';
import { sameJson } from './same-json.ts';

interface KnownChapter {
  reportId: string;
  revision: number;
  /** Texts that the core may hold without anybody else having written: the last saved one and those sent since. */
  ours: ChapterDocument[];
}

const longestMemory = 8;

function holds(chapter: KnownChapter, body: ChapterDocument): boolean {
  return chapter.ours.some((text) => sameJson(text, body));
}

export interface ChapterSaver {
  /** These are the core's chapters, and what the person sees or has decided to replace. */
  learn(reportId: string, chapters: readonly Chapter[]): void;
  /** Chapters that came back from another change: a revision counts only where the text is one of ours. */
  hear(chapters: readonly Chapter[]): void;
  send(chapterId: string, body: ChapterDocument): Promise<Outcome<{ savedAt: string }>>;
  /** The report of a chapter, and the revision that the core was last known to hold; null for an unknown one. */
  whereabouts(chapterId: string): { reportId: string; revision: number } | null;
}

/**
 * A conflict is reported only when the core holds a text that this window never sent: an answer lost on the way, or
 * a revision raised by a change of the heading, is healed by reading the chapter again.
 */
export function createChapterSaver(call: Call): ChapterSaver {
  const known = new Map<string, KnownChapter>();

  const save = async (chapterId: string, chapter: KnownChapter, body: ChapterDocument) => {
    const outcome = await call('chapter.saveBody', { id: chapterId, revision: chapter.revision, body });
    if (outcome.ok) {
      chapter.revision = outcome.value.revision;
      chapter.ours = [body];
    }
    return outcome;
  };

  const isOurs = async (chapterId: string, chapter: KnownChapter) => {
    const outcome = await call('report.read', { id: chapter.reportId });
    const stored = outcome.ok && outcome.value.chapters.find((one) => one.id === chapterId);
    if (!stored || !holds(chapter, stored.body)) return false;
    chapter.revision = stored.revision;
    return true;
  };

  return {
    learn(reportId, chapters) {
      for (const { id, revision, body } of chapters) known.set(id, { reportId, revision, ours: [body] });
    },
    hear(chapters) {
      for (const { id, revision, body } of chapters) {
        const chapter = known.get(id);
        if (chapter && revision > chapter.revision && holds(chapter, body)) chapter.revision = revision;
      }
    },
    async send(chapterId, body) {
      const chapter = known.get(chapterId);
      if (!chapter) return failed('chapter.notFound');
      if (!chapter.ours.includes(body)) chapter.ours = [...chapter.ours, body].slice(-longestMemory);
      let outcome = await save(chapterId, chapter, body);
      if (!outcome.ok && outcome.error.code === 'chapter.conflict' && (await isOurs(chapterId, chapter))) {
        outcome = await save(chapterId, chapter, body);
      }
      return outcome.ok ? done({ savedAt: outcome.value.savedAt }) : outcome;
    },
    whereabouts: (chapterId) => known.get(chapterId) ?? null,
  };
}
