/** Sheets out and numbers back on real files. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PreviewItem } from '../../../src/shared/contract.ts';
import { changeWorkbook, fillSheet, lineOf } from '../../support/office-sheets.ts';
import { openTestApp, type TestApp, temporaryFolder } from '../../support/workspace.ts';

const year = 2024;

async function sample(folder: string = temporaryFolder()) {
  const app = await openTestApp(folder);
  await app.call('sample.open', {});
  return app;
}

/** Sends the office a sheet into a folder of its own. */
async function issued(app: TestApp, officeId: string): Promise<string> {
  const folder = temporaryFolder();
  const grant = app.dependencies.grants.grant(folder);
  const { files } = await app.call('exchange.issue', { year, officeIds: [officeId], folder: grant });
  return join(folder, files[0]?.file.name ?? '');
}

const read = (app: TestApp, ...paths: string[]) =>
  app.call('exchange.read', { year, grants: paths.map((path) => app.dependencies.grants.grant(path)) });

async function decisions(app: TestApp, paths: string[], wanted: (item: PreviewItem) => boolean) {
  const { files, items } = await read(app, ...paths);
  return items.filter(wanted).map(({ grant, row, indicatorId, current }) => ({
    grant,
    row,
    sha256: files.find((file) => file.grant === grant)?.sha256 ?? '',
    indicatorId: indicatorId ?? '',
    expected: current,
  }));
}

async function cell(app: TestApp, indicatorId: string) {
  const { observations } = await app.call('numbers.read', {});
  return observations.find((one) => one.indicatorId === indicatorId && one.year === year);
}

const of =
  (...ids: string[]) =>
  ({ indicatorId }: PreviewItem) =>
    ids.includes(indicatorId ?? '');

describe('out', () => {
  test('a sheet for each office, numbered, recorded, and never over one that is there', async () => {
    const app = await sample();
    const { offices } = await app.call('numbers.read', {});
    const officeIds = offices.map(({ id }) => id);
    const first = await app.call('exchange.issue', { year, officeIds, folder: null });
    const again = await app.call('exchange.issue', { year, officeIds: ['justiceOffice'], folder: null });
    expect(readdirSync(join(app.folder, '导出', '填报表-2024')).sort()).toEqual(
      [...first.files, ...again.files].map(({ file }) => file.name).sort(),
    );
    expect(again.files.map(({ number }) => number)).toEqual([2]);
    const { issues } = await app.call('exchange.history', { year });
    expect(issues[0]).toMatchObject({ officeId: 'justiceOffice', number: 2, asked: 23, issuedBy: 'tester' });
    expect(issues).toHaveLength(offices.length + 1);
    expect((await app.call('exchange.history', { year: 2023 })).issues).toEqual([]);
  });

  test('an office without indicators gets none, and without a unit there is nobody to answer to', async () => {
    const app = await sample();
    expect(await app.fail('exchange.issue', { year, officeIds: ['nobody'], folder: null })).toEqual({
      code: 'exchange.nothingToAsk',
      parameters: { year },
    });
    const empty = await openTestApp();
    const failure = await empty.fail('exchange.issue', { year, officeIds: ['o'], folder: null });
    expect(failure.code).toBe('organization.missing');
    expect(existsSync(join(empty.folder, '导出'))).toBe(false);
  });

  test('what could not be written is not recorded as sent', async () => {
    const app = await sample();
    const file = join(app.folder, '不是文件夹');
    writeFileSync(file, '');
    const grant = app.dependencies.grants.grant(join(file, '里面'));
    const failure = await app.fail('exchange.issue', { year, officeIds: ['justiceOffice'], folder: grant });
    expect(failure.code).toBe('export.writeFailed');
    expect((await app.call('exchange.history', { year })).issues).toEqual([]);
  });
});

describe('and back', () => {
  test('a sheet that nobody touched changes nothing', async () => {
    const app = await sample();
    const { files, items } = await read(app, await issued(app, 'justiceOffice'));
    expect(files).toMatchObject([{ office: { name: '司法所' }, issue: 1, year, failure: null, blank: 6 }]);
    expect(new Set(items.map(({ verdict }) => verdict))).toEqual(new Set(['same']));
  });

  test('new numbers are taken in with their source, logged, kept, and undone by what comes back', async () => {
    const folder = temporaryFolder();
    const app = await sample(folder);
    const sheet = await issued(app, 'justiceOffice');
    await changeWorkbook(sheet, (page) => {
      page.getCell(lineOf(page, 'publicity.audience'), 5).value = '１９，３００人次';
      page.getCell(lineOf(page, 'publicity.audience'), 6).value = '宣传台账第3页';
      page.getCell(lineOf(page, 'enforcement.supervisions'), 5).value = '不适用';
    });
    const before = await app.call('numbers.read', {});
    const taken = await decisions(app, [sheet], ({ verdict }) => verdict === 'new');
    expect(taken.map(({ indicatorId }) => indicatorId).sort()).toEqual([
      'enforcement.supervisions',
      'publicity.audience',
    ]);
    const { previous, observations } = await app.call('exchange.accept', { year, decisions: taken });
    expect(observations).toHaveLength(2);
    expect(await cell(app, 'publicity.audience')).toMatchObject({
      entry: { kind: 'number', value: '19300' },
      state: 'confirmed',
      source: `司法所 ${basename(sheet)}`,
      evidence: '宣传台账第3页',
    });
    app.app.close();

    const later = await openTestApp(folder);
    const { supplies } = await later.call('exchange.history', { year });
    expect(supplies).toHaveLength(2);
    expect(supplies[0]).toMatchObject({
      officeName: '司法所',
      fileName: basename(sheet),
      acceptedBy: 'tester',
    });
    expect(supplies[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    await later.call('numbers.set', { observations: previous });
    const filled = ({ entry }: { entry: { kind: string } }) => entry.kind !== 'empty';
    const after = await later.call('numbers.read', {});
    expect(after.observations.filter(filled)).toEqual(before.observations.filter(filled));
  });

  test('nothing is overwritten silently, and nothing half', async () => {
    const app = await sample();
    const sheet = await issued(app, 'justiceOffice');
    await fillSheet(sheet, { 'training.sessions': 14, 'publicity.audience': 19_300 });
    const both = await decisions(app, [sheet], of('training.sessions', 'publicity.audience'));
    const { items } = await read(app, sheet);
    expect(items.find(of('training.sessions'))).toMatchObject({ verdict: 'decide', reasons: ['typedHere'] });

    const current = await cell(app, 'training.sessions');
    if (current === undefined) throw new Error('the sample has this number');
    await app.call('numbers.set', {
      observations: [{ ...current, entry: { kind: 'number', value: '13' } }],
    });
    const failure = await app.fail('exchange.accept', { year, decisions: both });
    expect(failure).toEqual({ code: 'exchange.changedMeanwhile', parameters: { name: '法治培训' } });
    expect((await cell(app, 'publicity.audience'))?.entry.kind ?? 'empty').toBe('empty');
    expect((await app.call('exchange.history', { year })).supplies).toEqual([]);
  });

  test('a file that changed after it was looked at is not taken', async () => {
    const app = await sample();
    const sheet = await issued(app, 'justiceOffice');
    await fillSheet(sheet, { 'publicity.audience': 19_300 });
    const seen = await decisions(app, [sheet], of('publicity.audience'));
    const [decision] = seen;
    await fillSheet(sheet, { 'publicity.audience': 99 });
    await app.call('exchange.read', { year, grants: [decision?.grant ?? ''] });
    const failure = await app.fail('exchange.accept', { year, decisions: seen });
    expect(failure.code).toBe('exchange.changedMeanwhile');
  });

  test('two numbers for one indicator, words, and calculated ones are refused', async () => {
    const app = await sample();
    const sheet = await issued(app, 'justiceOffice');
    await fillSheet(sheet, { 'publicity.audience': '若干' });
    const words = await decisions(app, [sheet], of('publicity.audience'));
    expect((await app.fail('exchange.accept', { year, decisions: words })).code).toBe('exchange.notTakeable');
    await fillSheet(sheet, { 'publicity.audience': 19_300 });
    const [once] = await decisions(app, [sheet], of('publicity.audience'));
    expect((await app.fail('exchange.accept', { year, decisions: [once, once] })).code).toBe(
      'exchange.twiceDecided',
    );
    const other = { ...once, indicatorId: 'enforcement.supervisions' };
    expect((await app.fail('exchange.accept', { year, decisions: [other] })).code).toBe(
      'exchange.notTakeable',
    );
    const unread = { ...once, grant: 'nothing' };
    expect((await app.fail('exchange.accept', { year, decisions: [unread] })).code).toBe(
      'exchange.changedMeanwhile',
    );
  });

  test('an office corrects its own number without a question', async () => {
    const app = await sample();
    const sheet = await issued(app, 'justiceOffice');
    await fillSheet(sheet, { 'publicity.audience': 19_300 });
    const first = await decisions(app, [sheet], of('publicity.audience'));
    await app.call('exchange.accept', { year, decisions: first });
    await fillSheet(sheet, { 'publicity.audience': 19_400 });
    const { items } = await read(app, sheet);
    expect(items.find(of('publicity.audience'))).toMatchObject({ verdict: 'changed', reasons: [] });
  });

  test('a folder is read whole; what is wrong in it is told by name, the rest is read', async () => {
    const app = await sample();
    const folder = temporaryFolder();
    copyFileSync(await issued(app, 'justiceOffice'), join(folder, '司法所.xlsx'));
    writeFileSync(join(folder, '坏的.xlsx'), 'x');
    writeFileSync(join(folder, '旧.csv'), '指标,本年数\n');
    writeFileSync(join(folder, '~$司法所.xlsx'), 'lock');
    writeFileSync(join(folder, '说明.txt'), '说明');
    const { files } = await read(app, folder);
    expect(files.map(({ name, failure }) => [name, failure?.code ?? 'read'])).toEqual([
      ['司法所.xlsx', 'read'],
      ['坏的.xlsx', 'exchange.damaged'],
      ['旧.csv', 'exchange.otherFormat'],
    ]);
    const empty = join(folder, '空');
    mkdirSync(empty);
    const grant = app.dependencies.grants.grant(empty);
    expect(await app.fail('exchange.read', { year, grants: [grant] })).toEqual({
      code: 'exchange.emptyFolder',
      parameters: { name: '空' },
    });
  });

  test('another unit’s sheet is refused with its name, a newer program’s as such', async () => {
    const app = await sample();
    const other = await sample();
    const foreign = await issued(other, 'justiceOffice');
    const newer = await issued(app, 'policeStation');
    await changeWorkbook(newer, (_sheet, workbook) => {
      const identity = workbook.getWorksheet('乡报标识');
      if (identity !== undefined) identity.getCell('B1').value = '2';
    });
    const { files, items } = await read(app, foreign, newer);
    expect(files.map(({ failure }) => failure)).toEqual([
      {
        code: 'exchange.otherUnit',
        parameters: { name: basename(foreign), organization: '云溪镇人民政府' },
      },
      { code: 'exchange.newer', parameters: { name: basename(newer) } },
    ]);
    expect(items).toEqual([]);
  });

  test('reading keeps nothing, and does not touch the file', async () => {
    const app = await sample();
    const sheet = await issued(app, 'justiceOffice');
    await fillSheet(sheet, { 'publicity.audience': 19_300 });
    const [bytes, numbers] = [readFileSync(sheet), await app.call('numbers.read', {})];
    await read(app, sheet);
    expect(readFileSync(sheet)).toEqual(bytes);
    expect(await app.call('numbers.read', {})).toEqual(numbers);
  });
});
