/** What a written .docx holds: its paragraphs, tables and charts, read again with a parser of its own. */
import { strFromU8, unzipSync } from 'fflate';
import { isNumberControl } from '../../../shared/domain/returned/control-tag.ts';
import type { TaggedNumber } from './layout-model.ts';
import { parse } from './read-xml.ts';
import { readChartPart, type StoredChart } from './stored-chart.ts';

interface StoredParagraph {
  kind: 'paragraph';
  text: string;
  /** What stands in the content controls of numbers, in order. */
  numbers: TaggedNumber[];
}

export interface StoredTable {
  kind: 'table';
  /** The paragraphs of a cell as one, separated by a line feed where there are several. */
  rows: { text: string; numbers: TaggedNumber[] }[][];
}

export type StoredBlock = StoredParagraph | StoredTable | ({ kind: 'chart' } & StoredChart);

const bodyPath = 'word/document.xml';
const relationshipsPath = 'word/_rels/document.xml.rels';

/** The blocks of the document's body, in order. Throws where the bytes are no .docx or a chart's part is missing. */
export function readStoredDocument(bytes: Uint8Array): StoredBlock[] {
  const wanted = /^word\/(document\.xml|_rels\/document\.xml\.rels|charts\/[^/]+\.xml)$/;
  const files = unzipSync(bytes, { filter: ({ name }) => wanted.test(name) });
  return readStoredParts((path) => {
    const file = files[path];
    if (file === undefined) throw new Error(`${path} is missing`);
    return strFromU8(file);
  });
}

/** The same of a package whose parts `part` hands out, as it sees fit to bound them; it throws where there is none. */
export function readStoredParts(part: (path: string) => string): StoredBlock[] {
  const reader = createBodyReader((relationshipId) => {
    const target = relationshipTargets(part(relationshipsPath)).get(relationshipId);
    if (target === undefined) throw new Error(`${relationshipId} names no part`);
    return readChartPart(part(`word/${target}`));
  });
  parse(part(bodyPath), reader);
  return reader.blocks;
}

function createBodyReader(chart: (relationshipId: string) => StoredChart) {
  const blocks: StoredBlock[] = [];
  let paragraph: StoredParagraph = { kind: 'paragraph', text: '', numbers: [] };
  let run: { text: string } | null = null;
  // Content controls that are open, the innermost last.
  const controls: TaggedNumber[] = [];
  let table: StoredTable | null = null;
  let drawing: StoredChart | null = null;
  let insideText = false;
  const add = (text: string) => {
    if (run !== null) run.text += text;
  };
  const put = () => {
    const cell = table?.rows.at(-1)?.at(-1);
    if (cell !== undefined) {
      cell.text += (cell.text === '' ? '' : '\n') + paragraph.text;
      cell.numbers.push(...paragraph.numbers);
      return;
    }
    if (drawing !== null) blocks.push({ kind: 'chart', ...drawing });
    // Beside a drawing there is nothing to read; where there is, it is one paragraph too many.
    if (drawing === null || paragraph.text !== '') blocks.push(paragraph);
  };
  return {
    blocks,
    open(name: string, attributes: Record<string, string>) {
      if (name === 'w:tbl') table = { kind: 'table', rows: [] };
      if (name === 'w:tr') table?.rows.push([]);
      if (name === 'w:tc') table?.rows.at(-1)?.push({ text: '', numbers: [] });
      if (name === 'w:p') {
        paragraph = { kind: 'paragraph', text: '', numbers: [] };
        drawing = null;
      }
      if (name === 'w:r') run = { text: '' };
      if (name === 'w:sdt') controls.push({ text: '', tag: '' });
      if (name === 'w:tag') setTag(controls, attributes['w:val'] ?? '');
      if (name === 'w:t') insideText = true;
      if (name === 'w:br') add('\n');
      // A tab stop of the paragraph's has the same name; it stands in no run.
      if (name === 'w:tab') add('\t');
      if (name === 'c:chart') drawing = chart(attributes['r:id'] ?? '');
    },
    text(text: string) {
      if (insideText) add(text);
    },
    close(name: string) {
      if (name === 'w:t') insideText = false;
      if (name === 'w:r' && run !== null) {
        paragraph.text += run.text;
        for (const control of controls) control.text += run.text;
        run = null;
      }
      if (name === 'w:sdt') {
        const control = controls.pop();
        if (control !== undefined && isNumberControl(control.tag)) paragraph.numbers.push(control);
      }
      if (name === 'w:p') put();
      if (name === 'w:tbl' && table !== null) {
        blocks.push(table);
        table = null;
      }
    },
  };
}

function setTag(controls: readonly TaggedNumber[], tag: string): void {
  const control = controls.at(-1);
  if (control !== undefined) control.tag = tag;
}

function relationshipTargets(source: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  parse(source, {
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship') targets.set(Id, Target);
    },
    text() {},
    close() {},
  });
  return targets;
}
