/** What reading last year's file costs: a text, and a long .docx beside two other readers of the same file. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import mammoth from 'mammoth';
import { parseReportFile } from '../../src/main/core/import/import-file.ts';
import { measure, type Timing } from './measure.ts';

/** A page of GB/T 9704-2012 holds 22 lines of 28 characters. */
const charactersOfPage = 22 * 28;
const pages = 50;
const sentences = [
  '镇党委会议专题研究法治建设工作6次，解决问题21个。',
  '全年排查各类矛盾纠纷213起，化解209起，化解率98.1%，其中历时两年以上的积案4件。',
  '综合行政执法队现有执法人员12人，持证率不到85%，人均每月巡查不少于3次。',
  '发放宣传资料1.2万余份，受教育群众约5600人次，满意度较上年提高2.3个百分点。',
  '严格落实“三项制度”，对照《行政执法监督条例》逐项整改，确保规范公正文明执法。',
];

/** About `characters` characters of a report's text, as paragraphs; every sixth is a heading. */
function reportParagraphs(characters: number): string[] {
  const paragraphs: string[] = [];
  for (let length = 0, index = 0; length < characters; index += 1) {
    const heading = `（${'一二三四五六七八九'[Math.floor(index / 6) % 9]}）规范行政执法，提升工作质效`;
    const body = Array.from({ length: 3 }, (_, at) => sentences[(index + at) % sentences.length]).join('');
    const paragraph = index % 6 === 0 ? heading : body;
    paragraphs.push(paragraph);
    length += paragraph.length;
  }
  return paragraphs;
}

async function longDocument(): Promise<Uint8Array> {
  const row = (index: number) =>
    new TableRow({
      children: ['排查纠纷', `${index}`, `${index * 3}`, '件'].map(
        (cell) => new TableCell({ children: [new Paragraph(cell)] }),
      ),
    });
  const text = reportParagraphs(pages * charactersOfPage).map((paragraph) =>
    paragraph.startsWith('（')
      ? new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(paragraph)] })
      : new Paragraph({
          indent: { firstLine: 640 },
          children: [
            new TextRun({ text: paragraph.slice(0, 12), bold: true }),
            new TextRun(paragraph.slice(12)),
          ],
        }),
  );
  const table = new Table({ rows: Array.from({ length: 30 }, (_, index) => row(index)) });
  const title = new Paragraph({ heading: HeadingLevel.TITLE, text: '金沙镇2023年度法治政府建设工作报告' });
  return Packer.toBuffer(new Document({ sections: [{ children: [title, ...text, table] }] }));
}

function parseOrThrow(name: string, bytes: Uint8Array): void {
  const outcome = parseReportFile(name, bytes);
  if (!outcome.ok) throw new Error(outcome.error.code);
}

/** Conversion by a process of its own, its start included; null where there is no pandoc. */
async function pandocTiming(bytes: Uint8Array): Promise<Timing | null> {
  if (spawnSync('pandoc', ['--version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'xiangbao-bench-'));
  const file = join(folder, 'report.docx');
  writeFileSync(file, bytes);
  const result = await measure(`50-page .docx: pandoc's process, to html`, { runs: 10 }, () => {
    const { status } = spawnSync('pandoc', [
      '-f',
      'docx',
      '-t',
      'html',
      '-o',
      join(folder, 'report.html'),
      file,
    ]);
    if (status !== 0) throw new Error('pandoc failed');
  });
  rmSync(folder, { recursive: true });
  return result;
}

/** Timings of the import; a missing pandoc is told on the standard output. */
export async function importTimings(): Promise<Timing[]> {
  const text = new TextEncoder().encode(`金沙镇2023年工作报告\n${reportParagraphs(4000).join('\n')}`);
  const document = await longDocument();
  const buffer = Buffer.from(document);
  const timings = [
    await measure('4,000-character .txt: parse, warm', { runs: 50, warmUps: 20, goal: 'under 20 ms' }, () =>
      parseOrThrow('report.txt', text),
    ),
    await measure(
      '50-page .docx: parse and understand',
      { runs: 20, warmUps: 5, goal: "not slower than mammoth, 5 times faster than pandoc's process" },
      () => parseOrThrow('report.docx', document),
    ),
    await measure('50-page .docx: mammoth, to html', { runs: 20, warmUps: 5 }, () =>
      mammoth.convertToHtml({ buffer }),
    ),
  ];
  const pandoc = await pandocTiming(document);
  if (pandoc === null)
    process.stdout.write('pandoc is not on the PATH: the comparison with it is left out\n');
  return pandoc === null ? timings : [...timings, pandoc];
}
