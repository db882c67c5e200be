import { renderBinding } from '../../../../../src/shared/domain/binding-text.ts';
import { documentFromTexts } from '../../../../../src/shared/domain/document.ts';
import type { Chapter, Observation } from '../../../../../src/shared/domain/model.ts';
import { createNumberBook } from '../../../../../src/shared/domain/number-book.ts';
import { proposeQuantities } from '../../../../../src/shared/domain/propose-quantities.ts';
import { sampleObservations } from '../../../../../src/shared/domain/sample.ts';
import { chaptersOf } from '../../../resources/sample-report.ts';
import { indicatorsOf, shippedSample, shippedTemplate } from '../../../resources/shipped-files.ts';

export const template = shippedTemplate();
export const indicators = indicatorsOf(template);
const sample = shippedSample();
export const observations = sampleObservations(sample);
export const year = 2023;

/** A binding of the sample report, at the place where its number is written out. */
export interface TruePlace {
  chapterId: string;
  paragraph: number;
  start: number;
  end: number;
  text: string;
  indicatorId: string;
}

/** The sample report of 2023 with its numbers written out, and what each of this year's numbers really is. */
export function literalSampleReport(): { chapters: Chapter[]; truth: TruePlace[] } {
  const book = createNumberBook({ indicators, observations });
  const report = sample.reports.find((one) => one.year === year);
  if (report === undefined) throw new Error('no report of 2023');
  const truth: TruePlace[] = [];
  const chapters = chaptersOf(report.chapters, book).map((chapter) => {
    const texts = chapter.body.content.map((paragraph, index) => {
      let text = '';
      for (const node of paragraph.content ?? []) {
        if (node.type === 'text') {
          text += node.text;
          continue;
        }
        if (node.type === 'figure') continue;
        const { indicatorId, yearOffset } = node.attrs;
        const shown = renderBinding(node.attrs, year, book).text;
        const place = { chapterId: chapter.id, paragraph: index, start: text.length, text: shown };
        if (yearOffset === 0) truth.push({ ...place, end: text.length + shown.length, indicatorId });
        text += shown;
      }
      return text;
    });
    return { ...chapter, body: documentFromTexts(texts) };
  });
  return { chapters, truth };
}

/** A report of one chapter. */
export function chapterOf(
  texts: readonly string[],
  templateChapterKey: string | null,
  heading = '工作',
): Chapter {
  return {
    id: 'chapter',
    parentId: null,
    position: 0,
    kind: 'section',
    heading,
    runIn: false,
    templateChapterKey,
    body: documentFromTexts(texts),
    done: true,
    revision: 0,
  };
}

export function observed(indicatorId: string, ofYear: number, value: string): Observation {
  const entry = { kind: 'number', value } as const;
  return { indicatorId, year: ofYear, entry, state: 'confirmed', source: '', note: '', evidence: '' };
}

export function proposalsFor(
  chapters: readonly Chapter[],
  observations: readonly Observation[] = [],
  remembered: Parameters<typeof proposeQuantities>[0]['remembered'] = [],
) {
  const book = createNumberBook({ indicators, observations });
  return proposeQuantities({ chapters, template, indicators, book, year, remembered });
}
