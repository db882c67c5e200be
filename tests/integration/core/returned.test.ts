/** The way of an exported file to the leader and back, through a real core on a real file. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bindingsOf, type ChapterDocument } from '../../../src/shared/domain/document.ts';
import { openTestApp, type TestApp } from '../../support/workspace.ts';

const source = (year: number) => `云岭镇人民政府关于${year}年度法治政府建设情况的报告

县委、县政府：

一、主要举措和成效

调解员每周进村一次，当面听取群众意见。

镇里成立工作专班，统筹推进执法队伍建设。

二、下一年度主要安排

各村设立代办点，方便群众办事。

云岭镇人民政府
${year + 1}年2月6日
`;

interface Begun {
  app: TestApp;
  id: string;
  chapterId: string;
}

async function imported(app: TestApp, year: number): Promise<string> {
  const file = join(app.folder, `${year}.txt`);
  writeFileSync(file, source(year));
  const grant = app.dependencies.grants.grant(file);
  const templateKey = (await app.call('template.list', {})).templates[0]?.key ?? '';
  const { id } = await app.call('import.commit', { grant, templateKey, year });
  await app.call('report.update', { id, state: 'draft' });
  return id;
}

const place = {
  id: 'place',
  indicatorId: 'disputes.screened',
  yearOffset: 0,
  format: { style: 'plain', unit: true },
} as const;

/** A draft of 2024 whose first chapter tells how many disputes were found: 58件. */
async function begun(): Promise<Begun> {
  const app = await openTestApp();
  await app.call('organization.save', { name: '云岭镇', abbreviation: '', county: '', addressee: '' });
  const id = await imported(app, 2024);
  await app.call('numbers.set', {
    observations: [
      {
        indicatorId: place.indicatorId,
        year: 2024,
        entry: { kind: 'number', value: '58' },
        state: 'confirmed',
        source: '司法所',
        note: '',
        evidence: '',
      },
    ],
  });
  const { chapters } = await app.call('report.read', { id });
  const chapter = chapters.find(({ heading }) => heading === '主要举措和成效');
  if (chapter === undefined) throw new Error('the chapter was not understood');
  const body: ChapterDocument = {
    ...chapter.body,
    content: [
      ...chapter.body.content,
      {
        type: 'paragraph',
        attrs: { carriedFrom: null },
        content: [
          { type: 'text', text: '全年排查' },
          { type: 'binding', attrs: place },
          { type: 'text', text: '，逐件登记。' },
        ],
      },
    ],
  };
  await app.call('chapter.saveBody', { id: chapter.id, revision: chapter.revision, body });
  return { app, id, chapterId: chapter.id };
}

/** Exports, and hands the file back edited. */
async function comesBack(
  { app, id }: Pick<Begun, 'app' | 'id'>,
  ...replacements: [string, string][]
): Promise<string> {
  const { path } = await app.call('export.docx', { reportId: id, mode: 'draft', target: null });
  return handedOver(app, edited(path, ...replacements), '县长改.docx');
}

function edited(path: string, ...replacements: [string, string][]): Uint8Array {
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  let xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  for (const [from, to] of replacements) {
    expect(xml).toContain(from);
    xml = xml.replace(from, to);
  }
  files['word/document.xml'] = strToU8(xml);
  return zipSync(files);
}

function handedOver(app: TestApp, bytes: Uint8Array, name: string): string {
  const path = join(app.folder, name);
  writeFileSync(path, bytes);
  return app.dependencies.grants.grant(path);
}

const textsOf = async ({ app, id, chapterId }: Begun) => {
  const { chapters } = await app.call('report.read', { id });
  const body = chapters.find((one) => one.id === chapterId)?.body;
  return (body?.content ?? []).map(({ content = [] }) =>
    content.map((node) => (node.type === 'text' ? node.text : '◆')).join(''),
  );
};

const storedNumber = async ({ app }: Begun) => {
  const { observations } = await app.call('numbers.read', {});
  const found = observations.find(
    ({ indicatorId, year }) => indicatorId === place.indicatorId && year === 2024,
  );
  return found?.entry.kind === 'number' ? found.entry.value : null;
};

describe('a file that comes back', () => {
  test('is taken in with one command and given back with another', async () => {
    const report = await begun();
    const { app, id } = report;
    const grant = await comesBack(
      report,
      ['逐件登记。', '逐件建档。'],
      ['>58件<', '>60件<'],
      ['每周进村一次', '每周进村两次'],
    );
    const { file } = await app.call('returned.keep', { reportId: id, grant });
    const reading = await app.call('returned.read', { reportId: id, fileId: file.id });
    expect(reading.exportedAt).not.toBeNull();
    expect(reading.changes.map(({ after }) => after)).toEqual([
      '调解员每周进村两次，当面听取群众意见。',
      '全年排查60件，逐件建档。',
    ]);
    const before = await textsOf(report);
    const accepted = await app.call('returned.accept', {
      reportId: id,
      fileId: file.id,
      fingerprint: reading.fingerprint,
      taken: reading.changes.slice(1).map(({ key }) => key),
      numbers: reading.numbers.map(({ key }) => ({ key, decision: 'table' as const })),
    });
    expect(await textsOf(report)).toEqual([...before.slice(0, -1), '全年排查◆，逐件建档。']);
    expect(await storedNumber(report)).toBe('60');
    expect((await app.call('returned.files', { reportId: id })).files).toMatchObject([
      { name: '县长改.docx' },
    ]);

    const { before: state, after: expected } = accepted;
    await app.call('returned.restore', { reportId: id, state, expected });
    expect(await textsOf(report)).toEqual(before);
    expect(await storedNumber(report)).toBe('58');
    // Once taken back, it cannot be taken back again.
    expect(await app.fail('returned.restore', { reportId: id, state, expected })).toMatchObject({
      code: 'returned.changedMeanwhile',
    });
  });

  test('what was changed after it was looked at is not overwritten', async () => {
    const report = await begun();
    const { app, id, chapterId } = report;
    const grant = await comesBack(report, ['逐件登记。', '逐件建档。']);
    const { file } = await app.call('returned.keep', { reportId: id, grant });
    const { fingerprint, changes } = await app.call('returned.read', { reportId: id, fileId: file.id });
    const { chapters } = await app.call('report.read', { id });
    const chapter = chapters.find((one) => one.id === chapterId);
    const content = chapter?.body.content.slice(1) ?? [];
    await app.call('chapter.saveBody', {
      id: chapterId,
      revision: chapter?.revision ?? 0,
      body: { type: 'doc', content },
    });
    const taken = changes.map(({ key }) => key);
    const stale = { reportId: id, fileId: file.id, fingerprint, taken, numbers: [] };
    expect(await app.fail('returned.accept', stale)).toMatchObject({ code: 'returned.changedMeanwhile' });
    await app.call('report.update', { id, state: 'final' });
    expect(await app.fail('returned.accept', stale)).toMatchObject({ code: 'report.final' });
  });

  test('work done here since the export is no change of the leader’s', async () => {
    const report = await begun();
    const { app, id, chapterId } = report;
    const grant = await comesBack(report, ['逐件登记。', '逐件建档。']);
    const { chapters } = await app.call('report.read', { id });
    const chapter = chapters.find((one) => one.id === chapterId);
    const [first, ...rest] = chapter?.body.content ?? [];
    expect(first?.content).toEqual([{ type: 'text', text: '调解员每周进村一次，当面听取群众意见。' }]);
    const rewritten = {
      type: 'paragraph' as const,
      attrs: { carriedFrom: null },
      content: [{ type: 'text' as const, text: '调解员天天进村。' }],
    };
    await app.call('chapter.saveBody', {
      id: chapterId,
      revision: chapter?.revision ?? 0,
      body: { type: 'doc', content: [rewritten, ...rest] },
    });
    const { changes } = await app.call('returned.read', { reportId: id, grant });
    expect(changes.map(({ after }) => after)).toEqual(['全年排查58件，逐件建档。']);
  });

  test('two places that contradict each other cannot both correct the table', async () => {
    const report = await begun();
    const { app, id, chapterId } = report;
    const { chapters } = await app.call('report.read', { id });
    const chapter = chapters.find((one) => one.id === chapterId);
    const again = {
      type: 'paragraph' as const,
      attrs: { carriedFrom: null },
      content: [
        { type: 'text' as const, text: '上述纠纷' },
        { type: 'binding' as const, attrs: { ...place, id: 'again' } },
        { type: 'text' as const, text: '，均已分派到人。' },
      ],
    };
    await app.call('chapter.saveBody', {
      id: chapterId,
      revision: chapter?.revision ?? 0,
      body: { type: 'doc', content: [...(chapter?.body.content ?? []), again] },
    });
    const grant = await comesBack(report, ['>58件<', '>60件<'], ['>58件<', '>61件<']);
    const { file } = await app.call('returned.keep', { reportId: id, grant });
    const { fingerprint, numbers } = await app.call('returned.read', { reportId: id, fileId: file.id });
    expect(numbers.map(({ file: words }) => words)).toEqual(['60件', '61件']);
    const decided = numbers.map(({ key }) => ({ key, decision: 'table' as const }));
    const input = { reportId: id, fileId: file.id, fingerprint, taken: [], numbers: decided };
    expect(await app.fail('returned.accept', input)).toMatchObject({ code: 'returned.twoNumbers' });
    expect(await storedNumber(report)).toBe('58');
  });
});

test('the public version masks private data: what it says differently is only told', async () => {
  const report = await begun();
  const { app, id } = report;
  const { path } = await app.call('export.docx', {
    reportId: id,
    mode: 'draft',
    look: 'public',
    target: null,
  });
  const grant = handedOver(app, edited(path, ['逐件登记。', '逐件建档。']), '公开版.docx');
  const { changes } = await app.call('returned.read', { reportId: id, grant });
  expect(changes).toMatchObject([{ after: '全年排查58件，逐件建档。', refusal: 'masked' }]);
});

test('a submission is remembered as an export is', async () => {
  const report = await begun();
  const { app, id } = report;
  const folder = join(app.folder, '交县里');
  mkdirSync(folder);
  const { written } = await app.call('submission.write', {
    reportId: id,
    look: 'plain',
    mode: 'draft',
    form: 'folder',
    documents: ['docx'],
    target: app.dependencies.grants.grant(folder),
  });
  const name = written?.files.find((file) => file.name.endsWith('.docx'))?.name ?? '';
  const bytes = edited(join(written?.path ?? '', name), ['逐件登记。', '逐件建档。']);
  const read = await app.call('returned.read', { reportId: id, grant: handedOver(app, bytes, '改.docx') });
  expect(read.exportedAt).not.toBeNull();
  expect(read.changes).toMatchObject([{ after: '全年排查58件，逐件建档。', refusal: null }]);
});

describe('a file that is not this report’s', () => {
  test('another year’s export is named, a foreign document refused, and neither kept', async () => {
    const report = await begun();
    const { app, id } = report;
    const other = await imported(app, 2023);
    const { path } = await app.call('export.docx', { reportId: other, mode: 'draft', target: null });
    const grant = app.dependencies.grants.grant(path);
    expect(await app.fail('returned.keep', { reportId: id, grant })).toMatchObject({
      code: 'returned.otherReport',
      parameters: { year: 2023 },
    });
    const foreign = handedOver(app, edited(path, ...(await everyTextReplaced(path))), '别的.docx');
    expect(await app.fail('returned.read', { reportId: id, grant: foreign })).toMatchObject({
      code: 'returned.notThisReport',
    });
    expect((await app.call('returned.files', { reportId: id })).files).toEqual([]);
  });

  test('what is no document is told in the words of this errand', async () => {
    const { app, id } = await begun();
    const codeOf = async (bytes: Uint8Array) =>
      (await app.fail('returned.read', { reportId: id, grant: handedOver(app, bytes, '改.docx') })).code;
    expect(await codeOf(strToU8('不是文档'))).toBe('returned.notDocx');
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8('<w:document') }))).toBe('returned.damaged');
    const swollen = zipSync({ 'word/document.xml': new Uint8Array(30 * 1024 * 1024) }, { level: 9 });
    expect(await codeOf(swollen)).toBe('returned.tooLarge');
  });
});

/** Each text of the document, and other words for it. */
async function everyTextReplaced(path: string): Promise<[string, string][]> {
  const xml = strFromU8(
    unzipSync(new Uint8Array(readFileSync(path)))['word/document.xml'] ?? new Uint8Array(),
  );
  const texts = xml.match(/<w:t[ >][^<]*<\/w:t>/g) ?? [];
  return texts.map((text, index) => [text, `<w:t>防火演练第${index}组器材清点</w:t>`]);
}

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const officeNote = hasOffice() ? '' : ' (skipped, missing here: soffice)';

describe(`a file saved by another office program${officeNote}`, () => {
  test.skipIf(officeNote !== '')(
    'differs in nothing where nobody touched it, and still knows its numbers where somebody did',
    async () => {
      const report = await begun();
      const { app, id } = report;
      const { path } = await app.call('export.docx', { reportId: id, mode: 'draft', target: null });
      const folder = join(app.folder, 'saved');
      mkdirSync(folder);
      const profile = `-env:UserInstallation=file://${join(app.folder, 'office-profile')}`;
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'docx', '--outdir', folder, path], {
        stdio: 'ignore',
      });
      const saved = join(folder, basename(path));
      const untouched = await app.call('returned.read', {
        reportId: id,
        grant: app.dependencies.grants.grant(saved),
      });
      expect({ changes: untouched.changes, numbers: untouched.numbers }).toEqual({
        changes: [],
        numbers: [],
      });
      const grant = handedOver(
        app,
        edited(saved, ['>58<', '>60<'], ['逐件登记。', '逐件建档。']),
        '另存.docx',
      );
      const { changes, numbers } = await app.call('returned.read', { reportId: id, grant });
      expect(numbers).toMatchObject([{ file: '60件', value: '60' }]);
      expect(changes).toMatchObject([{ after: '全年排查60件，逐件建档。', lost: [] }]);
    },
    120_000,
  );
});

test('bindings of the whole report survive taking everything in', async () => {
  const report = await begun();
  const { app, id } = report;
  const grant = await comesBack(report, ['逐件登记。', '逐件建档。']);
  const { file } = await app.call('returned.keep', { reportId: id, grant });
  const { fingerprint, changes } = await app.call('returned.read', { reportId: id, fileId: file.id });
  const { chapters } = await app.call('returned.accept', {
    reportId: id,
    fileId: file.id,
    fingerprint,
    taken: changes.map(({ key }) => key),
    numbers: [],
  });
  expect(chapters.flatMap(({ body }) => bindingsOf(body))).toEqual([place]);
});
