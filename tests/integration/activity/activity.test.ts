/** 使用记录: what is in it, what never is, what survives a restore, and what is seen of a change. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActivityLogFile } from '../../../src/main/core/activity/activity-log.ts';
import { offsetTime } from '../../../src/main/core/activity/offset-time.ts';
import { readActivities } from '../../../src/main/core/activity/read-activity.ts';
import type { Drives } from '../../../src/main/core/ports.ts';
import type { Activity } from '../../../src/shared/domain/activity/activity.ts';
import { sampleFolder, xiangbao } from '../../support/command-line.ts';
import { openTestApp, type TestApp, temporaryFolder } from '../../support/workspace.ts';
import { withSample } from '../../support/written-sample.ts';

const password = '山后小河水清五七';
const logFile = (folder: string) => join(folder, '使用记录', '使用记录.jsonl');
const kinds = async (app: TestApp) =>
  (await app.call('activity.list', {})).activities.map(({ kind }) => kind);

describe('what is in it', () => {
  test('opens, exports, copies and restores, with place and outcome; failed ones too', async () => {
    const stick = temporaryFolder();
    const drive = {
      label: '县委办',
      fileSystem: 'FAT32',
      freeBytes: 1e9,
      totalBytes: 2e9,
      readOnly: false,
      busy: false,
    };
    const drives: Drives = {
      list: async () => [{ path: stick, ...drive }],
      volume: async () => ({ ...drive, longestPath: null }),
    };
    const app = await withSample(undefined, { drives });
    const grant = app.dependencies.grants.grant(stick);
    const { reports } = await app.call('workspace.status', {});
    const report = reports.find(({ year }) => year === 2024);
    const reportId = report?.id ?? '';
    await app.fail('export.docx', { reportId, mode: 'formal', look: 'plain', target: null });
    await app.call('export.docx', { reportId, mode: 'draft', look: 'plain', target: null });
    const asked = { reportId, look: 'plain', mode: 'draft', documents: ['docx'], form: 'folder' } as const;
    await app.call('submission.write', { ...asked, documents: ['docx'], target: grant, password });
    const { id } = await app.call('backup.make', {});
    await app.call('backup.copyTo', { id, target: grant });
    await app.call('backup.restore', { id });
    await app.call('submission.verify', { grant, password });

    const { activities, breaks } = await app.call('activity.list', {});
    expect(breaks).toBe(0);
    expect(activities.toReversed()).toMatchObject([
      { kind: 'opened', door: 'cli', failure: null },
      { kind: 'exported', year: 2024, mode: 'formal', place: 'exports', failure: 'export.unresolved' },
      { kind: 'exported', year: 2024, mode: 'draft', look: 'plain', failure: null },
      { kind: 'submitted', year: 2024, place: 'drive', label: '县委办', protected: true, failure: null },
      { kind: 'backedUp' },
      { kind: 'copied', place: 'drive', label: '县委办', protected: false },
      // A restore takes the workspace back, and not what was done.
      { kind: 'restored', from: 'backup' },
      { kind: 'verified', count: 1, whole: true },
    ]);
  });

  test('never a text, a title, a name of a file or person, a path, or a password', async () => {
    const app = await withSample();
    await app.write('这句话只在正文里。');
    const path = join(temporaryFolder(), '某某某的文件夹', '副本.mima');
    mkdirSync(join(path, '..'));
    const { id } = await app.call('backup.make', {});
    const target = app.dependencies.grants.grant(path);
    await app.call('backup.copyTo', { id, target, password });
    await app.fail('backup.restoreCopy', { grant: target, password: '不是这个密码吧' });
    await app.call('backup.restoreCopy', { grant: target, password });
    const text = readFileSync(logFile(app.folder), 'utf8');
    expect(text).toContain('protection.wrongPassword');
    for (const secret of ['正文', '云溪', '某某某', '副本', '/', password, '不是这个', app.folder]) {
      expect(text).not.toContain(secret);
    }
  });

  test('of a run of commands one open, of a new version a line, of a recovery a line', async () => {
    const data = await sampleFolder();
    for (const value of ['1', '2']) {
      await xiangbao('set', '--data', data, '--year', '2024', `排查矛盾纠纷=${value}`);
    }
    const before = readActivities(data).activities;
    expect(before.map(({ kind }) => kind)).toEqual(['opened', 'updated', 'opened']);
    const newer = await openTestApp(data, { programVersion: '9.9.9' });
    expect((await kinds(newer)).slice(0, 2)).toEqual(['opened', 'updated']);
    await newer.call('backup.make', {});
    newer.app.close();
    writeFileSync(join(data, '资料库.xbdb'), 'damaged');
    expect((await xiangbao('recover', data, '--from', 'newest')).exitCode).toBe(0);
    const { activities, breaks } = readActivities(data);
    expect(activities[0]).toMatchObject({ kind: 'recovered', from: 'backup', version: '9.9.9' });
    expect(breaks).toBe(0);

    const told = await xiangbao('log', '--data', data, '--kind', 'recovered');
    expect(told.standardOutput).toMatch(/损坏后找回 .*用备份 .*命令行\n记录前后相连，没有发现改动。/);
    const json = await xiangbao('log', '--data', data, '--json');
    expect(JSON.parse(json.standardOutput).activities).toEqual(activities);
    expect((await xiangbao('log', '--data', data, '--kind', '别的')).exitCode).toBe(2);
    expect((await xiangbao('log', '--data', temporaryFolder())).standardOutput).toContain('还没有这类记录');
  });

  test('a log that cannot be written stops nothing', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '使用记录'), 'a file stands where the folder should be');
    const app = await openTestApp(folder);
    await app.call('backup.make', {});
  });
});

describe('the chain', () => {
  const activity = (version: string): Activity => ({
    at: '2025-01-06T09:05:00+08:00',
    kind: 'opened',
    failure: null,
    door: 'http',
    version,
  });

  function written(count: number, mostBytes?: number): string {
    const folder = temporaryFolder();
    const log = createActivityLogFile(folder, mostBytes);
    for (let index = 0; index < count; index += 1) log.append(activity(`1.0.${index}`));
    return folder;
  }

  test('shows any line changed, taken out, put in or moved', () => {
    const folder = written(6);
    const lines = readFileSync(logFile(folder), 'utf8').trimEnd().split('\n');
    const breaksOf = (changed: readonly string[]) => {
      writeFileSync(logFile(folder), `${changed.join('\n')}\n`);
      return readActivities(folder).breaks;
    };
    expect(breaksOf(lines)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 5 }), (at, other) => {
        const changed = lines.with(at, (lines[at] ?? '').replace('"1.0.', '"2.0.'));
        expect(breaksOf(changed)).toBeGreaterThan(0);
        if (at > 0) expect(breaksOf(lines.toSpliced(at, 1))).toBeGreaterThan(0);
        expect(breaksOf(lines.toSpliced(other, 0, lines[at] ?? ''))).toBeGreaterThan(0);
        if (at !== other) {
          const swapped = lines.with(at, lines[other] ?? '').with(other, lines[at] ?? '');
          expect(breaksOf(swapped)).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('goes on after a line that a crash cut off, which counts as one break', () => {
    const folder = written(3);
    const text = readFileSync(logFile(folder), 'utf8');
    writeFileSync(logFile(folder), text.slice(0, -30));
    createActivityLogFile(folder).append(activity('1.0.9'));
    const { activities, breaks } = readActivities(folder);
    expect(breaks).toBe(1);
    expect(activities.map(({ version }) => version)).toEqual(['1.0.9', '1.0.1', '1.0.0']);
  });

  test('stays small, and goes on across files', () => {
    const folder = written(60, 2000);
    const files = readdirSync(join(folder, '使用记录'));
    expect(files).toHaveLength(5);
    for (const file of files) {
      expect(readFileSync(join(folder, '使用记录', file)).length).toBeLessThanOrEqual(2000);
    }
    const { activities, breaks } = readActivities(folder);
    expect(breaks).toBe(0);
    expect(activities[0]?.version).toBe('1.0.59');
    expect(activities.length).toBeGreaterThan(20);
  });

  test('a local time with its distance from UTC is the same instant', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (at) => {
          const told = offsetTime(at);
          expect(told).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
          expect(new Date(told).getTime()).toBe(Math.floor(at.getTime() / 1000) * 1000);
        },
      ),
    );
  });
});
