/**
 * The usual way to fill such a document, docxtemplater, beside ours: the same text with the same thousand numbers, one
 * of the table changed. Theirs is timed until the new .docx is in memory (opening it in Word is not counted), ours until
 * every place has its new text; until it is painted is told by page.ts.
 */
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { renderDocx } from '../../src/main/core/export/document-docx.ts';
import type { LaidOutElement } from '../../src/main/core/export/layout-model.ts';
import { renderBinding } from '../../src/shared/domain/binding-text.ts';
import { bindingsOf, type ChapterDocument } from '../../src/shared/domain/document.ts';
import { nationalStandardProfile } from '../../src/shared/domain/format-profile.ts';
import type { Indicator, Observation } from '../../src/shared/domain/model.ts';
import { createNumberBook } from '../../src/shared/domain/number-book.ts';
import { measure, type Timing } from './measure.ts';
import { longChapter } from './workspaces.ts';

const bindings = 1000;
const characters = 30 * bindings;
const reportYear = 2024;

const indicator: Indicator = {
  id: 'screened',
  name: '排查矛盾纠纷',
  unit: '件',
  kind: 'count',
  precision: 0,
  topicId: 'topic',
  officeId: null,
  formula: null,
  retiredAfter: null,
  footing: false,
};

function observation(value: number): Observation {
  return {
    indicatorId: indicator.id,
    year: reportYear,
    entry: { kind: 'number', value: String(value) },
    state: 'confirmed',
    source: '',
    note: '',
    evidence: '',
  };
}

/** The chapter as our own export writes it, with a tag in place of each number. */
async function templateOf(chapter: ChapterDocument): Promise<Uint8Array> {
  const elements = chapter.content.map(
    (paragraph): LaidOutElement => ({
      kind: 'body',
      chapterId: 'chapter',
      paragraph: 0,
      lead: null,
      carried: false,
      runs: (paragraph.content ?? []).map((node) => ({
        kind: 'plain',
        text: node.type === 'text' ? node.text : '{number}',
      })),
    }),
  );
  return renderDocx(
    { mode: 'formal', look: 'plain', title: '', organization: '', elements },
    nationalStandardProfile,
  );
}

export async function templateTimings(): Promise<Timing[]> {
  const chapter = longChapter(characters, bindings, indicator.id);
  const template = await templateOf(chapter);
  const places = bindingsOf(chapter);
  let book = createNumberBook({ indicators: [indicator], observations: [observation(0)] });
  let edit = 0;
  return [
    await measure('docxtemplater: 1,000 numbers into a .docx again', { runs: 20 }, () => {
      edit += 1;
      const document = new Docxtemplater(new PizZip(template));
      document.render({ number: `${edit}件` });
      return document.toBuffer();
    }),
    await measure('the same numbers, the text of every place', { runs: 100, goal: '20 times faster' }, () => {
      edit += 1;
      book = book.replace([observation(edit)]);
      return places.map((place) => renderBinding(place, reportYear, book).text);
    }),
  ];
}
