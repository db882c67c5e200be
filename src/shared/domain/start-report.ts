/**
 * 滚动到新年度 and 新建: the chapters a report begins with. Pure: last year's report goes in, new chapters come out, and
 * every carried paragraph is marked, so that nothing of last year stands in the new report undecided and unseen.
 */
import { type ChapterDocument, emptyDocument, isBlankDocument, markCarried } from './document.ts';
import type { Chapter } from './model.ts';
import { numberChapters } from './outline.ts';
import type { OutlineNode, Template, TemplateChapter } from './template.ts';

export interface Predecessor {
  year: number;
  chapters: readonly Chapter[];
}

interface Draft {
  source: Chapter | null;
  template: TemplateChapter | null;
  children: Draft[];
}

function templateChapterOf(template: Template, key: string | null): TemplateChapter | null {
  return template.chapters.find((chapter) => chapter.key === key) ?? null;
}

/** Last year's tree as it was. */
function draftsOf(predecessor: Predecessor, template: Template): Draft[] {
  const byId = new Map<string, Draft>();
  const roots: Draft[] = [];
  for (const { chapter } of numberChapters(predecessor.chapters)) {
    const draft: Draft = {
      source: chapter,
      template: templateChapterOf(template, chapter.templateChapterKey),
      children: [],
    };
    byId.set(chapter.id, draft);
    const parent = chapter.parentId === null ? undefined : byId.get(chapter.parentId);
    (parent?.children ?? roots).push(draft);
  }
  return roots;
}

/** The outline's nodes in its order, still without text. */
function draftsOfOutline(nodes: readonly OutlineNode[], template: Template): Draft[] {
  return nodes.map((node) => ({
    source: null,
    template: templateChapterOf(template, node.chapter),
    children: draftsOfOutline(node.children ?? [], template),
  }));
}

function* walk(drafts: readonly Draft[]): Generator<Draft> {
  for (const draft of drafts) {
    yield draft;
    yield* walk(draft.children);
  }
}

function kindOf({ source, template }: Draft): Chapter['kind'] {
  return source?.kind ?? template?.kind ?? 'section';
}

/** Before the closing, or the attachments where there is none. An attachment goes behind all others. */
function insertAtEnd(roots: Draft[], draft: Draft): void {
  const end = roots.findIndex((root) => kindOf(root) === 'closing' || kindOf(root) === 'attachment');
  roots.splice(end === -1 || kindOf(draft) === 'attachment' ? roots.length : end, 0, draft);
}

/**
 * Lays last year's chapters onto the outline. A chapter that the outline knows takes its place there, in its own
 * words; one that it does not know follows its parent, and so does all that stands below an attachment. Where last year had a structure of its own below a chapter,
 * that structure is kept and the outline's suggestions below it are not added.
 */
function mergeOntoOutline(outline: Draft[], old: readonly Draft[]): Draft[] {
  const slots = new Map<string, Draft>();
  for (const slot of walk(outline)) if (slot.template !== null) slots.set(slot.template.key, slot);

  const place = (draft: Draft, parent: Draft | null, inAttachment = false) => {
    const slot = draft.template === null ? undefined : slots.get(draft.template.key);
    const withinIt = inAttachment || kindOf(draft) === 'attachment';
    if (slot !== undefined && slot.source === null && !inAttachment) {
      slot.source = draft.source;
      for (const child of draft.children) place(child, slot, withinIt);
      return;
    }
    const kept: Draft = { ...draft, children: [] };
    if (parent === null) insertAtEnd(outline, kept);
    else parent.children.push(kept);
    for (const child of draft.children) place(child, kept, withinIt);
  };
  for (const draft of old) place(draft, null);

  const hadStructure = (draft: Draft) =>
    old.length > 0 && draft.children.some((child) => child.source !== null);
  const prune = (drafts: Draft[]): Draft[] =>
    drafts.map((draft) => {
      const children = prune(draft.children);
      return { ...draft, children: hadStructure(draft) ? children.filter(hasText) : children };
    });
  return prune(outline);
}

function hasText(draft: Draft): boolean {
  return draft.source !== null || draft.children.some(hasText);
}

/** Required contents that no chapter answers get the chapter that the template has for them. */
function addMissingContents(roots: Draft[], template: Template): Draft[] {
  const answered = new Set([...walk(roots)].map((draft) => draft.template?.requiredContent ?? null));
  const result = [...roots];
  for (const content of template.requiredContents) {
    const chapter = template.chapters.find((candidate) => candidate.requiredContent === content.key);
    if (answered.has(content.key) || chapter === undefined) continue;
    insertAtEnd(result, { source: null, template: chapter, children: [] });
  }
  return result;
}

/** A chapter of the new report, and the one of last year whose text it carries. */
export interface StartingChapter {
  chapter: Chapter;
  source: Chapter | null;
}

/**
 * The chapters of a new report. `outline` null keeps the predecessor's own outline. Bindings are carried as they
 * are: their years are relative, so they show the new year's numbers.
 */
export function startingChapters(options: {
  template: Template;
  outline: readonly OutlineNode[] | null;
  predecessor: Predecessor | null;
  newId: () => string;
}): StartingChapter[] {
  const { template, outline, predecessor, newId } = options;
  const old = predecessor === null ? [] : draftsOf(predecessor, template);
  const roots =
    outline === null
      ? addMissingContents(old, template)
      : mergeOntoOutline(draftsOfOutline(outline, template), old);

  const chapters: StartingChapter[] = [];
  const emit = (draft: Draft, parentId: string | null, position: number) => {
    const { source, template: described } = draft;
    const id = newId();
    const chapter: Chapter = {
      id,
      parentId,
      position,
      kind: kindOf(draft),
      heading: source?.heading ?? described?.heading ?? '',
      runIn: source?.runIn ?? described?.runIn ?? false,
      templateChapterKey: described?.key ?? source?.templateChapterKey ?? null,
      body:
        source === null || predecessor === null ? emptyDocument() : carried(source.body, predecessor.year),
      done: false,
      revision: 0,
    };
    chapters.push({ chapter, source });
    draft.children.forEach((child, index) => {
      emit(child, id, index);
    });
  };
  roots.forEach((draft, index) => {
    emit(draft, null, index);
  });
  return chapters;
}

function carried(body: ChapterDocument, year: number): ChapterDocument {
  return isBlankDocument(body) ? emptyDocument() : markCarried(body, year);
}
