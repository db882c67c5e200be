/** 章节对应: the chapters of an imported report against those of the template. Pure; a person may correct every line. */
import { type ChapterMapping, headingWords, type RememberedHeading } from './chapter-mapping.ts';
import { paragraphText } from './document.ts';
import { type Candidate, candidatesFor, type Surroundings } from './mapping/candidates.ts';
import { textReader } from './mapping/chapter-text.ts';
import { templatePlaces } from './mapping/template-places.ts';
import type { Chapter } from './model.ts';
import { numberChapters, withoutAttachments } from './outline.ts';
import { recognisedChapters } from './recognise-chapter.ts';
import type { Template } from './template.ts';

type MappableChapter = Pick<Chapter, 'id' | 'parentId' | 'position' | 'kind' | 'heading' | 'body'>;

/** Below this nothing is proposed. */
const leastScore = 0.5;
const safeScore = 0.8;
/** What the best candidate must be ahead of the second by. */
const safeLead = 0.1;
const wrongOrder = 0.15;
const secondOfItsKind = 0.3;
/** A chapter that follows the one above. */
const followingScore = 0.9;

/**
 * One mapping for each chapter, in reading order. What was remembered for a heading wins. Of the chapters of the first
 * level no two are safe for the same chapter of the template. Chapters below one that admits no others (下一步 has no
 * 行政执法) follow it. What stands below an attachment answers no chapter of the template.
 */
export function mapChapters(options: {
  chapters: readonly Chapter[];
  template: Template;
  remembered: readonly RememberedHeading[];
}): ChapterMapping[] {
  const { chapters, template, remembered } = options;
  const surroundings: Surroundings = {
    template,
    places: templatePlaces(template),
    read: textReader(template),
  };
  const memory = new Map(remembered.map(({ words, chapterKey }) => [words, chapterKey]));
  const known = new Set(template.chapters.map(({ key }) => key));
  const children = Map.groupBy(chapters, ({ parentId }) => parentId);
  const numbered = numberChapters(chapters);

  const certain = (chapter: MappableChapter): ChapterMapping | null => {
    if (chapter.kind === 'section' && inAttachments.has(chapter.id)) return settled(chapter.id, null, 'kind');
    if (chapter.kind !== 'section') {
      const key = template.chapters.find(({ kind }) => kind === chapter.kind)?.key ?? null;
      return settled(chapter.id, key, 'kind');
    }
    const key = memory.get(headingWords(chapter.heading));
    if (key === undefined || (key !== null && !known.has(key))) return null;
    return settled(chapter.id, key, 'remembered');
  };
  const candidates = (chapter: MappableChapter, level: number, above: readonly string[]) =>
    candidatesFor(
      {
        heading: chapter.heading,
        text: chapter.body.content.map((paragraph) => paragraphText(paragraph, () => '')).join('\n'),
        below: (children.get(chapter.id) ?? []).map(({ heading }) => heading),
        above,
        level,
      },
      surroundings,
    );

  const main = withoutAttachments(numbered);
  const inAttachments = new Set(numbered.slice(main.length).map(({ chapter }) => chapter.id));
  const tops = main.filter(({ level }) => level === 1);
  const mapped = new Map(
    mapFirstLevel(
      tops.map(({ chapter }) => {
        const settledAs = certain(chapter);
        return {
          id: chapter.id,
          certain: settledAs,
          candidates: settledAs ? [] : candidates(chapter, 1, []),
        };
      }),
      surroundings,
    ).map((mapping) => [mapping.chapterId, mapping]),
  );
  const aboveOf = new Map<string, string[]>();
  for (const { chapter, level } of numbered) {
    const above = chapter.parentId === null ? [] : (aboveOf.get(chapter.parentId) ?? []);
    const mapping =
      mapped.get(chapter.id) ??
      certain(chapter) ??
      mapBelow(chapter, level, above, candidates(chapter, level, above), surroundings);
    mapped.set(chapter.id, mapping);
    aboveOf.set(chapter.id, mapping.chapterKey === null ? above : [mapping.chapterKey, ...above]);
  }
  return numbered.flatMap(({ chapter }) => mapped.get(chapter.id) ?? []);
}

function settled(
  chapterId: string,
  chapterKey: string | null,
  reason: 'kind' | 'remembered',
): ChapterMapping {
  return { chapterId, chapterKey, confidence: 1, safe: true, evidence: [{ reason, words: [] }] };
}

function isSafe(chosen: Candidate, candidates: readonly Candidate[]): boolean {
  const others = candidates.filter(({ key }) => key !== chosen.key).map(({ score }) => score);
  return chosen.score >= safeScore && chosen.score - Math.max(0, ...others) >= safeLead;
}

function proposed(chapterId: string, chosen: Candidate, candidates: readonly Candidate[]): ChapterMapping {
  const { key, score, evidence } = chosen;
  return { chapterId, chapterKey: key, confidence: score, safe: isSafe(chosen, candidates), evidence };
}

function unknown(chapterId: string): ChapterMapping {
  return { chapterId, chapterKey: null, confidence: 0, safe: false, evidence: [] };
}

interface Top {
  id: string;
  certain: ChapterMapping | null;
  candidates: readonly Candidate[];
}

/** Each chapter of the template goes to whom it suits best; who comes second takes the next best, or doubts. */
function mapFirstLevel(tops: readonly Top[], { places }: Surroundings): ChapterMapping[] {
  const result = new Map<string, ChapterMapping>();
  const taken = new Set<string>();
  for (const { id, certain } of tops) {
    if (certain === null) continue;
    result.set(id, certain.chapterKey !== null && taken.has(certain.chapterKey) ? doubted(certain) : certain);
    if (certain.chapterKey !== null) taken.add(certain.chapterKey);
  }
  const wishes = tops
    .flatMap(({ id, candidates }) => candidates.map((candidate) => ({ id, candidate, candidates })))
    .filter(({ candidate }) => candidate.score >= leastScore)
    .sort((a, b) => b.candidate.score - a.candidate.score);
  for (const { id, candidate, candidates } of wishes) {
    if (result.has(id) || taken.has(candidate.key)) continue;
    result.set(id, proposed(id, candidate, candidates));
    taken.add(candidate.key);
  }
  for (const { id, candidate, candidates } of wishes) {
    if (!result.has(id)) result.set(id, doubted(proposed(id, candidate, candidates)));
  }
  const ordered = tops.map(({ id }) => result.get(id) ?? unknown(id));
  const precedes = (a: ChapterMapping, b: ChapterMapping) =>
    a.chapterKey === null || b.chapterKey === null || places.mayPrecede(a.chapterKey, b.chapterKey);
  return ordered.map((mapping, index) => {
    const surer = (other: ChapterMapping) => other.safe && other.confidence >= mapping.confidence;
    const disordered =
      ordered.slice(0, index).some((other) => surer(other) && !precedes(other, mapping)) ||
      ordered.slice(index + 1).some((other) => surer(other) && !precedes(mapping, other));
    return disordered ? doubted(mapping, wrongOrder) : mapping;
  });
}

function doubted(mapping: ChapterMapping, by = secondOfItsKind): ChapterMapping {
  return { ...mapping, confidence: Math.max(0, mapping.confidence - by), safe: false };
}

function mapBelow(
  chapter: MappableChapter,
  level: number,
  above: readonly string[],
  candidates: readonly Candidate[],
  { template, places }: Surroundings,
): ChapterMapping {
  const [best] = candidates;
  const saysTheSame = above.includes(recognisedChapters(chapter.heading, template)[0]?.key ?? '');
  if (best !== undefined && best.score >= leastScore && !(saysTheSame && best.score < safeScore)) {
    return proposed(chapter.id, best, candidates);
  }
  const alone = !above.some((key) => places.holdsOthers(key));
  if (above.length === 0 || !(saysTheSame || alone || level > 2)) return unknown(chapter.id);
  return {
    chapterId: chapter.id,
    chapterKey: null,
    confidence: followingScore,
    safe: true,
    evidence: [{ reason: 'parent', words: [] }],
  };
}
