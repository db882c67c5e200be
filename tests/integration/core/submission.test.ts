import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Drives, RemovableDrive } from '../../../src/main/core/ports.ts';
import { noDrives } from '../../../src/main/core/submission/no-drives.ts';
import { createDrives } from '../../../src/main/node/drives/drives.ts';
import { failed } from '../../../src/shared/errors.ts';
import { mountSmallDisk, needsMounting } from '../../support/small-disk.ts';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

const draft = { look: 'plain', mode: 'draft', form: 'folder' } as const;
const names = {
  draft: '云溪镇人民政府2024年度法治政府建设报告（草稿）',
};

async function openSample(overrides: Parameters<typeof openTestApp>[1] = {}) {
  const app = await openTestApp(undefined, overrides);
  const { reportId } = await app.call('sample.open', {});
  const stick = temporaryFolder();
  return { app, reportId, stick, target: app.dependencies.grants.grant(stick) };
}

describe('a submission', () => {
  test('of a draft goes to a folder, is recorded, and verifies there', async () => {
    const { app, reportId, stick, target } = await openSample();
    const { written, failure, record, refused } = await app.call('submission.write', {
      ...draft,
      reportId,
      target,
      documents: ['docx'],
    });
    expect({ failure, refused }).toEqual({ failure: null, refused: [] });
    expect(written).toMatchObject({ name: names.draft, replaced: false, archive: null, safeToRemove: true });
    expect(written?.numbers.unequal).toBe(0);
    expect(written?.numbers.checked).toBeGreaterThan(20);
    expect(readdirSync(stick)).toEqual([names.draft]);
    expect(record.files).toEqual(written?.files);
    const verified = await app.call('submission.verify', { grant: written?.grant ?? '' });
    expect(verified).toMatchObject({ ok: true, submissions: [{ about: { year: 2024, mode: 'draft' } }] });
    expect((await app.call('submission.log', { reportId })).records).toEqual([record]);
  });

  test('as a .zip is one file, and replaces the one before', async () => {
    const { app, reportId, stick, target } = await openSample();
    const request = { ...draft, form: 'zip', reportId, target } as const;
    await app.call('submission.write', { ...request, documents: ['docx'] });
    const { written, record } = await app.call('submission.write', { ...request, documents: ['docx'] });
    expect(readdirSync(stick)).toEqual([`${names.draft}.zip`]);
    expect(written?.replaced).toBe(true);
    expect(record.files).toEqual([written?.archive]);
    const inside = unzipSync(new Uint8Array(readFileSync(join(stick, `${names.draft}.zip`))));
    expect(Object.keys(inside)).toEqual(written?.files.map(({ name }) => name));
    expect((await app.call('submission.log', { reportId })).records).toHaveLength(2);
    expect((await app.call('submission.verify', { grant: target })).ok).toBe(true);
  });

  test('in formal mode is refused while anything is open, with every place, and the refusal is recorded', async () => {
    const { app, reportId, stick, target } = await openSample();
    const { written, failure, refused, record } = await app.call('submission.write', {
      ...draft,
      mode: 'formal',
      reportId,
      target,
      documents: ['docx'],
    });
    expect(written).toBeNull();
    expect(failure?.code).toBe('export.unresolved');
    expect(refused.length).toBeGreaterThan(0);
    for (const { heading, words } of refused) expect([heading, words]).not.toContain('');
    expect(refused).toEqual((await app.call('submission.readiness', { reportId })).refused);
    expect(record).toMatchObject({ failure: 'export.unresolved', files: [], mode: 'formal' });
    expect(readdirSync(stick)).toEqual([]);
  });

  test('is the same for the same report and time', async () => {
    const clock = { now: () => new Date(Date.UTC(2025, 1, 6)) };
    const { app, reportId } = await openSample({ clock });
    const sums = [];
    for (const folder of [temporaryFolder(), temporaryFolder()]) {
      const { written } = await app.call('submission.write', {
        ...draft,
        reportId,
        target: app.dependencies.grants.grant(folder),
        documents: ['docx'],
      });
      sums.push(written?.files);
    }
    expect(sums[0]).toEqual(sums[1]);
  });

  test('without a .pdf that could not be made says so; with nothing else asked for it fails, and is recorded', async () => {
    const pdf = {
      describe: async () => ({ name: 'Browser', version: '1' }),
      print: async () => failed('pdf.timedOut', { seconds: 60 }),
    };
    const { app, reportId, stick, target } = await openSample({ pdf });
    const both = await app.call('submission.write', {
      ...draft,
      reportId,
      target,
      documents: ['docx', 'pdf'],
    });
    expect(both.written?.notMade).toEqual([
      { document: 'pdf', failure: { code: 'pdf.timedOut', parameters: { seconds: 60 } } },
    ]);
    const alone = await app.call('submission.write', { ...draft, reportId, target, documents: ['pdf'] });
    expect(alone).toMatchObject({ written: null, failure: { code: 'pdf.timedOut' } });
    expect(readdirSync(stick)).toEqual([names.draft]);
    expect((await app.call('submission.readiness', { reportId })).pdfEngine?.name).toBe('Browser');
  });
});

describe('while it is written', () => {
  /** Stops at the moment at which the drive is asked about, when the documents are made and nothing is written. */
  function pausing(): { drives: Drives; reached: Promise<void>; goOn: () => void } {
    const reached = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    return {
      reached: reached.promise,
      goOn: gate.resolve,
      drives: {
        ...noDrives,
        volume: async (path) => {
          reached.resolve();
          await gate.promise;
          return noDrives.volume(path);
        },
      },
    };
  }

  test('it tells how far it is, refuses a second one, and can be stopped without a trace', async () => {
    const { drives, reached, goOn } = pausing();
    const { app, reportId, stick, target } = await openSample({ drives });
    mkdirSync(join(stick, '别的'));
    expect(await app.call('submission.progress', { reportId })).toEqual({ progress: null });
    const writing = app.call('submission.write', { ...draft, reportId, target, documents: ['docx'] });
    await reached;
    expect((await app.call('submission.progress', { reportId })).progress?.step).toBe('documents');
    const second = { ...draft, reportId, target, documents: ['docx'] };
    expect((await app.fail('submission.write', second)).code).toBe('submission.busy');
    await app.call('submission.cancel', { reportId });
    goOn();
    expect(await writing).toMatchObject({ written: null, failure: { code: 'submission.cancelled' } });
    expect(readdirSync(stick)).toEqual(['别的']);
    expect((await app.call('submission.log', { reportId })).records).toMatchObject([
      { failure: 'submission.cancelled' },
    ]);
    expect(await app.call('submission.progress', { reportId })).toEqual({ progress: null });
  });
});

describe('a drive', () => {
  const stickDrive = (path: string, change: Partial<RemovableDrive> = {}): RemovableDrive => ({
    path,
    label: '报送盘',
    fileSystem: 'vfat',
    freeBytes: 1_000_000_000,
    totalBytes: 2_000_000_000,
    readOnly: false,
    busy: false,
    ...change,
  });

  test('has one grant however often it is listed, and its label is what the log says', async () => {
    const stick = temporaryFolder();
    const drives: Drives = { ...noDrives, list: async () => [stickDrive(stick)] };
    const { app, reportId } = await openSample({ drives });
    const first = (await app.call('drive.list', {})).drives;
    expect(first).toMatchObject([{ path: stick, label: '报送盘' }]);
    for (let again = 0; again < 1200; again += 1) await app.call('drive.list', {});
    expect((await app.call('drive.list', {})).drives).toEqual(first);
    const { record } = await app.call('submission.write', {
      ...draft,
      reportId,
      target: first[0]?.grant ?? '',
      documents: ['docx'],
    });
    expect(record.destination).toBe('报送盘');
  });

  test.each([
    ['read-only', { readOnly: true }, 'submission.driveReadOnly'],
    ['too full', { freeBytes: 1000 }, 'submission.notEnoughSpace'],
  ])('that is %s is refused before anything is written', async (_name, change, code) => {
    const drives: Drives = {
      ...noDrives,
      volume: async (path) => ({ ...(await noDrives.volume(path)), ...change }),
    };
    const { app, reportId, stick, target } = await openSample({ drives });
    const { failure } = await app.call('submission.write', {
      ...draft,
      reportId,
      target,
      documents: ['docx'],
    });
    expect(failure?.code).toBe(code);
    expect(readdirSync(stick)).toEqual([]);
  });

  test('that was pulled out is told as that', async () => {
    const { app, reportId } = await openSample();
    const target = app.dependencies.grants.grant(join(temporaryFolder(), '没有'));
    const { failure } = await app.call('submission.write', {
      ...draft,
      reportId,
      target,
      documents: ['docx'],
    });
    expect(failure?.code).toBe('submission.driveGone');
  });

  test('that is really full keeps the older submission, and says so beforehand where it can be told', async (context) => {
    const stick = mountSmallDisk(1);
    if (stick === null) return context.skip(needsMounting);
    const blind = await openSample();
    const target = blind.app.dependencies.grants.grant(stick);
    const request = { ...draft, reportId: blind.reportId, target };
    const first = await blind.app.call('submission.write', { ...request, documents: ['docx'] });
    expect(first.failure).toBeNull();
    writeFileSync(join(stick, 'filler'), Buffer.alloc(950_000));
    const second = await blind.app.call('submission.write', { ...request, documents: ['docx'] });
    expect(second.failure?.code).toBe('file.diskFull');
    expect(readdirSync(stick).toSorted()).toEqual(['filler', names.draft].toSorted());
    expect((await blind.app.call('submission.verify', { grant: target })).ok).toBe(true);

    const seeing = await openSample({ drives: createDrives() });
    const { failure } = await seeing.app.call('submission.write', {
      ...draft,
      reportId: seeing.reportId,
      target: seeing.app.dependencies.grants.grant(stick),
      documents: ['docx'],
    });
    expect(failure?.code).toBe('submission.notEnoughSpace');
  });
});

test('a single .docx is recorded too', async () => {
  const { app, reportId, stick } = await openSample();
  const target = app.dependencies.grants.grant(join(stick, '报告.docx'));
  const { sha256, file } = await app.call('export.docx', { reportId, mode: 'draft', look: 'formal', target });
  const { records } = await app.call('submission.log', { reportId });
  expect(records).toMatchObject([
    {
      look: 'formal',
      mode: 'draft',
      failure: null,
      files: [{ name: '报告.docx', sha256, size: file.size }],
    },
  ]);
});

test.each(['submission.write', 'submission.log', 'submission.readiness'])(
  '%s of no report is told',
  async (method) => {
    const { app, target } = await openSample();
    const input = { ...draft, reportId: 'none', target, documents: ['docx'] };
    expect((await app.fail(method as 'submission.log', input)).code).toBe('report.notFound');
  },
);

test('a grant that nobody gave leads nowhere', async () => {
  const { app, reportId } = await openSample();
  const input = { ...draft, reportId, target: 'x', documents: ['docx'] };
  expect((await app.fail('submission.write', input)).code).toBe('file.grantUnknown');
  expect((await app.fail('submission.verify', { grant: 'x' })).code).toBe('file.grantUnknown');
});
