/** 章节对应: which chapter of the template each chapter of an imported report answers, and what a person says of it. */
import { type ChapterChoice, headingWords } from '../../../shared/domain/chapter-mapping.ts';
import { mapChapters } from '../../../shared/domain/map-chapters.ts';
import type { OutlineNode, Template } from '../../../shared/domain/template.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { readChapters, setTemplateChapter } from '../storage/queries/chapters.ts';
import {
  forgetHeading,
  readRememberedHeadings,
  rememberHeading,
} from '../storage/queries/remembered-headings.ts';
import { touchReport } from '../storage/queries/reports.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';
import { requireImportedReport } from './proposals.ts';
import { templateOf } from './reports.ts';

function questionOf(context: ReadContext | WriteContext, id: string) {
  const report = requireImportedReport(context, id);
  const template = templateOf(context, report);
  return {
    chapters: readChapters(context.database, id),
    template,
    remembered: readRememberedHeadings(context.database, template.key),
  };
}

/** The key proposed for each chapter, by the chapter's id. */
function proposedKeys(question: Parameters<typeof mapChapters>[0]): Map<string, string | null> {
  return new Map(mapChapters(question).map(({ chapterId, chapterKey }) => [chapterId, chapterKey]));
}

function levelsOf(template: Template): Map<string, number> {
  const levels = new Map<string, number>();
  const visit = (nodes: readonly OutlineNode[], level: number) => {
    for (const { chapter, children } of nodes) {
      if (!levels.has(chapter)) levels.set(chapter, level);
      visit(children ?? [], level + 1);
    }
  };
  for (const { nodes } of template.outlines) visit(nodes, 1);
  return levels;
}

export const mappingQueries = {
  'import.mapping': (context, { id }) => {
    const question = questionOf(context, id);
    const { chapters, template } = question;
    const chosen = new Map(chapters.map((chapter) => [chapter.id, chapter.templateChapterKey]));
    const levels = levelsOf(template);
    return {
      mappings: mapChapters(question).map((mapping) => ({
        ...mapping,
        chosenKey: chosen.get(mapping.chapterId) ?? null,
      })),
      choices: template.chapters
        .filter(({ kind }) => kind === 'section')
        .map(({ key, heading }) => ({ key, heading, level: levels.get(key) ?? 1 })),
    };
  },
} satisfies Partial<QueryHandlers>;

export const mappingCommands = {
  'import.map': (context, { id, choices }) => {
    const { database, now } = context;
    const question = questionOf(context, id);
    const { chapters, template, remembered } = question;
    const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]));
    const known = new Set(template.chapters.map(({ key }) => key));
    const decided = choices.map(({ chapterId, chapterKey }) => {
      const chapter = byId.get(chapterId);
      if (chapter === undefined) throw new ExpectedFailure('chapter.notFound');
      if (chapterKey !== null && !known.has(chapterKey)) throw new ExpectedFailure('chapter.notFound');
      return { chapter, chapterKey, words: headingWords(chapter.heading) };
    });

    const words = new Set(decided.map((one) => one.words));
    const before = proposedKeys(question);
    const unaided = proposedKeys({
      ...question,
      remembered: remembered.filter((one) => !words.has(one.words)),
    });
    for (const one of decided) {
      if (one.words === '' || one.chapter.kind !== 'section') continue;
      if (unaided.get(one.chapter.id) === one.chapterKey) forgetHeading(database, template.key, one.words);
      else rememberHeading(database, template.key, { words: one.words, chapterKey: one.chapterKey }, now);
    }

    const after = proposedKeys({ ...question, remembered: readRememberedHeadings(database, template.key) });
    const wanted = new Map(decided.map(({ chapter, chapterKey }) => [chapter.id, chapterKey]));
    const previous: ChapterChoice[] = [];
    for (const { id: chapterId, heading, templateChapterKey: was } of chapters) {
      const undecided = was === (before.get(chapterId) ?? null) && !words.has(headingWords(heading));
      const key = wanted.has(chapterId) ? wanted.get(chapterId) : undecided ? after.get(chapterId) : was;
      if (key === undefined || key === was) continue;
      previous.push({ chapterId, chapterKey: was });
      setTemplateChapter(database, chapterId, key);
    }
    touchReport(database, id, now);
    return { savedAt: now, previous };
  },
} satisfies Partial<CommandHandlers>;
