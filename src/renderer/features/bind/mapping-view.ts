/** What 章节对应 shows: each heading, what it is taken for, and how sure that is. Pure. */
import type { MethodOutput, ReportContent } from '../../../shared/contract.ts';
import type { MappingReason } from '../../../shared/domain/chapter-mapping.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';

type Mapping = MethodOutput<'import.mapping'>;

export type MappingCertainty = 'sure' | 'maybe' | 'choose' | 'chosen';

export interface MappingRow {
  chapterId: string;
  /** With its marker, «（一）加强组织领导». */
  title: string;
  level: number;
  /** What stands now; null: none of the template's chapters. */
  chosenKey: string | null;
  certainty: MappingCertainty;
  /** Why, where what was proposed still stands. */
  evidence: { reason: MappingReason; words: string }[];
}

export interface MappingView {
  rows: MappingRow[];
  choices: Mapping['choices'];
}

/** Below this a person is asked to choose rather than to look. */
const likely = 0.7;

function certaintyOf(mapping: Mapping['mappings'][number]): MappingCertainty {
  const { chapterKey, chosenKey, safe, confidence, evidence } = mapping;
  if (chosenKey !== chapterKey || evidence.some(({ reason }) => reason === 'remembered')) return 'chosen';
  if (safe) return 'sure';
  return confidence >= likely ? 'maybe' : 'choose';
}

/** The headings in reading order; 导语 and 结语 have none and are left out. */
export function mappingView({ chapters }: ReportContent, { mappings, choices }: Mapping): MappingView {
  const byChapter = new Map(mappings.map((mapping) => [mapping.chapterId, mapping]));
  const rows = numberChapters(chapters).flatMap(({ chapter, level, marker }): MappingRow[] => {
    const mapping = byChapter.get(chapter.id);
    if (mapping === undefined || chapter.kind !== 'section') return [];
    const { chosenKey, chapterKey, evidence } = mapping;
    return [
      {
        chapterId: chapter.id,
        title: `${marker}${chapter.heading}`,
        level,
        chosenKey,
        certainty: certaintyOf(mapping),
        evidence:
          chosenKey === chapterKey
            ? evidence.map(({ reason, words }) => ({ reason, words: words.join('、') }))
            : [],
      },
    ];
  });
  return { rows, choices };
}

/** The chapters a person should look at. */
export function doubtfulChapters({ rows }: MappingView): string[] {
  return rows
    .filter(({ certainty }) => certainty === 'maybe' || certainty === 'choose')
    .map(({ chapterId }) => chapterId);
}
