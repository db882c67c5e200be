/** The readers of last year's report, one target for each format. */
import { readdirSync, readFileSync } from 'node:fs';
import { decodePage } from '../../../src/main/core/import/html/decode-page.ts';
import { parseReportFile } from '../../../src/main/core/import/import-file.ts';
import { readAnyReportFile } from '../../../src/main/core/import/parse-any-file.ts';
import { readPages } from '../../../src/main/core/import/pdf/read-pages.ts';
import { decodeText } from '../../../src/main/core/import/text/decode-text.ts';
import { type ParsedReport, parsedReportSchema } from '../../../src/shared/domain/parsed-report.ts';
import { docxText, invented, pageText, unaccounted } from '../laws.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { mutateCompound } from '../mutate/compound.ts';
import { mutatePdf } from '../mutate/pdf.ts';
import { monotonousText, mutateText } from '../mutate/text.ts';
import { mutateXml } from '../mutate/xml.ts';
import { mutateZip } from '../mutate/zip.ts';
import type { Random } from '../random.ts';
import { docSeeds, docxSeeds, ofdSeeds, pageSeeds, pdfSeeds } from '../seeds/documents.ts';
import { type FuzzInput, type FuzzTarget, mustHold, type Verdict } from '../target.ts';

const fixtures = new URL('../../fixtures/import/', import.meta.url);

/** The fixtures whose names end so. */
function fixturesOf(ending: string): Uint8Array[] {
  return readdirSync(fixtures)
    .filter((name) => name.endsWith(ending))
    .map((name) => new Uint8Array(readFileSync(new URL(name, fixtures))));
}

/** What every reading promises, whatever the format. */
function holdsTogether(parsed: ParsedReport): void {
  const checked = parsedReportSchema.safeParse(parsed);
  mustHold(checked.success, `the schema of a reading: ${checked.error?.issues[0]?.path.join('.')}`);
  for (const { heading } of parsed.paragraphs) {
    mustHold(
      heading === null || heading < parsed.headings.length,
      'a paragraph names a heading that is there',
    );
  }
  for (const { paragraph, start, end, text } of parsed.quantities) {
    const whole = parsed.paragraphs[paragraph]?.text ?? '';
    mustHold(whole.slice(start, end) === text, 'a quantity stands where it says');
  }
}

interface Format {
  name: string;
  fileName: string;
  seeds(): Promise<Uint8Array[]> | Uint8Array[];
  mutate(bytes: Uint8Array, random: Random): Uint8Array;
  law?(bytes: Uint8Array, parsed: ParsedReport): Promise<void> | void;
}

function target(format: Format): FuzzTarget {
  return {
    name: format.name,
    async prepare() {
      const seeds = await format.seeds();
      const ignore = () => {};
      // As the reading thread does: what pdf.js leaves behind is nobody's answer.
      if (format.name === 'pdf') process.on('unhandledRejection', ignore);
      return {
        make: (random): FuzzInput => {
          const seed = random.pick(seeds);
          // One in forty as it is, so that a run in which nothing is read at all would be seen.
          return { name: format.fileName, bytes: random.chance(0.025) ? seed : format.mutate(seed, random) };
        },
        async attempt({ name, bytes }): Promise<Verdict> {
          const outcome = await readAnyReportFile(name, bytes);
          if (!outcome.ok) return 'refused';
          holdsTogether(outcome.value.parsed);
          await format.law?.(bytes, outcome.value.parsed);
          return 'accepted';
        },
        close: () => void process.off('unhandledRejection', ignore),
      };
    },
  };
}

function mustAccount(text: string, parsed: ParsedReport): void {
  const lost = unaccounted(text, parsed);
  mustHold(lost === '', `every character is kept or listed as left out; not «${lost.slice(0, 40)}»`);
}

const words = [
  '一、',
  '（一）',
  '1.',
  '第一章',
  '2024年',
  '3月5日',
  '云政发〔2024〕5号',
  '人民政府',
  '报告',
  '抄送：',
  '印发',
  '第3页',
  '— 3 —',
  '3万余件',
  '百分之五',
  '95.3%',
  '同比增长',
  '十二',
  '：',
  '。',
  '\n',
  '\n\n',
  '\f',
  '　　',
  '\t',
  '附件：',
  '**',
  '## ',
  '- ',
  '&nbsp;',
  'http://',
  '<br>',
];

function mutateTextFile(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.chance(0.15)) return mutateBytes(bytes, random);
  const text = new TextDecoder().decode(bytes);
  const changed = random.chance(0.2) ? monotonousText(random, words) : mutateText(text, random, words);
  const utf16 = random.chance(0.1);
  return new Uint8Array(Buffer.from(utf16 ? `\uFEFF${changed}` : changed, utf16 ? 'utf16le' : 'utf8'));
}

function mutatePage(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.chance(0.1)) return mutateBytes(bytes, random);
  const text = new TextDecoder().decode(bytes);
  return new TextEncoder().encode(
    random.chance(0.2) ? mutateText(text, random, words) : mutateXml(text, random),
  );
}

const formats: readonly Format[] = [
  {
    name: 'docx',
    fileName: 'fuzzed.docx',
    seeds: docxSeeds,
    mutate: (bytes, random) => mutateZip(bytes, random, /word\/\w+\.xml$/),
    law(bytes, parsed) {
      const text = docxText(bytes);
      if (text !== null) mustAccount(text, parsed);
    },
  },
  {
    name: 'doc',
    fileName: 'fuzzed.doc',
    seeds: () => [...docSeeds(), ...fixturesOf('.doc')],
    mutate: mutateCompound,
  },
  {
    name: 'wps',
    fileName: 'fuzzed.wps',
    seeds: () => [...docSeeds(), ...fixturesOf('.doc')],
    mutate: mutateCompound,
  },
  {
    name: 'pdf',
    fileName: 'fuzzed.pdf',
    seeds: () => [...pdfSeeds(), ...fixturesOf('.pdf')],
    mutate: mutatePdf,
    async law(bytes, parsed) {
      // Without its first word it is text.
      if (!Buffer.from(bytes.subarray(0, 5)).equals(Buffer.from('%PDF-'))) return;
      const pages = await readPages(bytes);
      const pieces = pages.flatMap(({ pieces, across, comments }) => [
        ...pieces.map(({ text }) => text),
        ...across,
        ...comments,
      ]);
      mustAccount(pieces.join(''), parsed);
    },
  },
  {
    name: 'html',
    fileName: 'fuzzed.html',
    seeds: pageSeeds,
    mutate: mutatePage,
    law(bytes, parsed) {
      const { text } = decodePage(bytes);
      // A page that was not recognised as one was read as text, tags and all.
      if (/^\s*<(!doctype html|html)\b/i.test(text)) mustAccount(pageText(text), parsed);
    },
  },
  {
    name: 'txt',
    fileName: 'fuzzed.txt',
    seeds: () => fixturesOf('.txt'),
    mutate: mutateTextFile,
    law(bytes, parsed) {
      if (!isReadAsText(bytes)) return;
      const { text } = decodeText(bytes);
      mustAccount(text, parsed);
      const added = invented(text, parsed);
      mustHold(added === '', `nothing is put in that the text has not: «${added.slice(0, 40)}»`);
    },
  },
  {
    name: 'ofd',
    fileName: 'fuzzed.ofd',
    seeds: ofdSeeds,
    mutate: (bytes, random) => mutateZip(bytes, random, /\.xml$/),
  },
];

/** By the reader's own choice: a page is refused under a name that promises none only where it looks like one. */
function isReadAsText(bytes: Uint8Array): boolean {
  const start = decodeText(bytes).text.trimStart().toLowerCase();
  return !start.startsWith('<') && parseReportFile('fuzzed.txt', bytes).ok;
}

export const importTargets: readonly FuzzTarget[] = formats.map(target);
