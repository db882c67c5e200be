import { emptyDocument } from '../../../shared/domain/document.ts';
import type { Chapter, ChapterKind } from '../../../shared/domain/model.ts';
import { deepestLevel, numberChapters } from '../../../shared/domain/outline.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { WriteContext } from '../context.ts';
import {
  placeChapter,
  readChapter,
  readChapterOwner,
  readChapters,
  setChapterRemoved,
  writeChapter,
} from '../storage/queries/chapters.ts';
import { touchReport } from '../storage/queries/reports.ts';
import type { CommandHandlers } from './kinds.ts';
import { requireEditableReport } from './reports.ts';

/** The chapter and its report, which must be open for writing. */
function requireChapter(
  context: WriteContext,
  id: string,
  removed = false,
): { chapter: Chapter; reportId: string } {
  const owner = readChapterOwner(context.database, id);
  const chapter = readChapter(context.database, id);
  if (owner === null || chapter === null || (owner.removed === 1) !== removed) {
    throw new ExpectedFailure('chapter.notFound');
  }
  requireEditableReport(context, owner.reportId);
  return { chapter, reportId: owner.reportId };
}

/** Siblings get the positions 0, 1, 2 … in the order given. */
function arrange(context: WriteContext, parentId: string | null, order: readonly string[]): void {
  order.forEach((id, position) => {
    placeChapter(context.database, id, parentId, position);
  });
}

/** In their order; `chapters` as readChapters gives them. */
function siblingsOf(chapters: readonly Chapter[], parentId: string | null, except: string): string[] {
  return chapters
    .filter((chapter) => chapter.parentId === parentId && chapter.id !== except)
    .map((chapter) => chapter.id);
}

function insertAmong(
  context: WriteContext,
  reportId: string,
  id: string,
  parentId: string | null,
  position: number,
) {
  const chapters = readChapters(context.database, reportId);
  const attachments = new Set(chapters.flatMap((one) => (one.kind === 'attachment' ? [one.id] : [])));
  const order = siblingsOf(chapters, parentId, id);
  order.splice(position, 0, id);
  // Attachments stand behind all others, wherever a chapter was put among them.
  const behind = order.filter((one) => attachments.has(one));
  arrange(context, parentId, [...order.filter((one) => !attachments.has(one)), ...behind]);
}

/**
 * Refuses a place that would make headings deeper than four levels, a chapter its own ancestor, or an attachment a part
 * of another chapter.
 */
function requirePlace(
  chapters: readonly Chapter[],
  moved: string | null,
  parentId: string | null,
  kind: ChapterKind,
): void {
  if (kind === 'attachment' && parentId !== null) throw new ExpectedFailure('chapter.attachmentPlace');
  const numbered = numberChapters(chapters);
  const levelOf = (id: string) => numbered.find(({ chapter }) => chapter.id === id)?.level;
  const below = (id: string): string[] =>
    chapters.flatMap((chapter) => (chapter.parentId === id ? [chapter.id, ...below(chapter.id)] : []));

  if (parentId !== null && levelOf(parentId) === undefined) throw new ExpectedFailure('chapter.notFound');
  const subtree = moved === null ? [] : [moved, ...below(moved)];
  if (parentId !== null && subtree.includes(parentId)) throw new ExpectedFailure('chapter.notFound');
  const ownLevel = moved === null ? 1 : (levelOf(moved) ?? 1);
  const height = Math.max(0, ...subtree.map((id) => (levelOf(id) ?? ownLevel) - ownLevel));
  const isUnnumbered = chapters.some((one) => one.id === parentId && one.kind === 'attachment');
  const newLevel = parentId === null || isUnnumbered ? 1 : (levelOf(parentId) ?? 0) + 1;
  if (newLevel + height > deepestLevel) throw new ExpectedFailure('chapter.tooDeep', { limit: deepestLevel });
}

/**
 * Puts a chapter that has just come back into sight before what took its place. Where its parent has meanwhile moved
 * down so far that the headings would go too deep, it comes back as the last chapter of the first level: nothing that
 * was written may become unreachable. A chapter whose parent is out of sight keeps its place under it.
 */
function bringBack(context: WriteContext, reportId: string, { id, parentId, position }: Chapter): void {
  const chapters = readChapters(context.database, reportId);
  if (!chapters.some((chapter) => chapter.id === id)) return;
  const tooDeep = numberChapters(chapters).some(({ level }) => level > deepestLevel);
  if (tooDeep) insertAmong(context, reportId, id, null, chapters.length);
  else insertAmong(context, reportId, id, parentId, position);
}

export const chapterCommands = {
  'chapter.saveBody': (context, { id, revision, body }) => {
    const { chapter, reportId } = requireChapter(context, id);
    if (chapter.revision !== revision)
      throw new ExpectedFailure('chapter.conflict', { name: chapter.heading });
    const saved = { ...chapter, body, revision: revision + 1 };
    writeChapter(context.database, reportId, saved, context.now);
    touchReport(context.database, reportId, context.now);
    return { savedAt: context.now, revision: saved.revision };
  },

  'chapter.update': (context, { id, heading, runIn, done }) => {
    const { chapter, reportId } = requireChapter(context, id);
    const saved: Chapter = {
      ...chapter,
      heading: heading ?? chapter.heading,
      runIn: runIn ?? chapter.runIn,
      done: done ?? chapter.done,
    };
    writeChapter(context.database, reportId, saved, context.now);
    touchReport(context.database, reportId, context.now);
    return { savedAt: context.now, chapter: saved };
  },

  'chapter.add': (context, { reportId, parentId, position, kind, heading }) => {
    requireEditableReport(context, reportId);
    requirePlace(readChapters(context.database, reportId), null, parentId, kind);
    const id = context.newId();
    const chapter: Chapter = {
      id,
      parentId,
      position,
      kind,
      heading,
      runIn: false,
      templateChapterKey: null,
      body: emptyDocument(),
      done: false,
      revision: 0,
    };
    writeChapter(context.database, reportId, chapter, context.now);
    insertAmong(context, reportId, id, parentId, position);
    touchReport(context.database, reportId, context.now);
    return { savedAt: context.now, id, chapters: readChapters(context.database, reportId) };
  },

  'chapter.move': (context, { id, parentId, position }) => {
    const { chapter, reportId } = requireChapter(context, id);
    requirePlace(readChapters(context.database, reportId), id, parentId, chapter.kind);
    insertAmong(context, reportId, id, parentId, position);
    touchReport(context.database, reportId, context.now);
    return { savedAt: context.now, chapters: readChapters(context.database, reportId) };
  },

  'chapter.remove': (context, { id }) => {
    const { reportId } = requireChapter(context, id);
    setChapterRemoved(context.database, id, context.now);
    touchReport(context.database, reportId, context.now);
    return { savedAt: context.now, chapters: readChapters(context.database, reportId) };
  },

  'chapter.restore': (context, { id }) => {
    const { chapter, reportId } = requireChapter(context, id, true);
    setChapterRemoved(context.database, id, null);
    bringBack(context, reportId, chapter);
    touchReport(context.database, reportId, context.now);
    return { savedAt: context.now, chapters: readChapters(context.database, reportId) };
  },
} satisfies Partial<CommandHandlers>;
