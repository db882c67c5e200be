import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noDrives } from '../../../src/main/core/submission/no-drives.ts';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

describe('support.facts', () => {
  it('tells of machine, program and workspace', async () => {
    const { call } = await openTestApp();
    await call('sample.open', {});
    await call('backup.make', {});
    const facts = await call('support.facts', {});
    expect(facts.program).toEqual({ version: '0.0.0', door: 'cli' });
    expect(facts.machine).toMatchObject({ told: true, value: { architecture: 'x64', node: '24.0.0' } });
    expect(facts.sqlite).toMatchObject({ told: true, value: expect.stringMatching(/^3\.\d+\.\d+$/) });
    expect(facts.workspace).toMatchObject({ told: true, value: { reports: 3, removedReports: 0 } });
    expect(facts.workspace.told && facts.workspace.value.sizeBytes).toBeGreaterThan(10_000);
    expect(facts.workspace.told && facts.workspace.value.schema).toBeGreaterThan(0);
    expect(facts.backups).toMatchObject({ told: true, value: { count: 1, lastFailure: null } });
    expect(facts.fonts.told && facts.fonts.value.length).toBe(11);
    expect(facts.pdf).toEqual({ told: true, value: null });
  });

  it('tells the rest where parts of it cannot be told', async () => {
    const broken = () => {
      throw new Error('the drive does not answer');
    };
    const { call } = await openTestApp(temporaryFolder(), {
      drives: { ...noDrives, list: broken },
      installedFonts: { families: broken },
      machine: { facts: broken },
    });
    const facts = await call('support.facts', {});
    for (const name of ['drives', 'fonts', 'machine'] as const) expect(facts[name]).toEqual({ told: false });
    for (const name of ['sqlite', 'workspace', 'backups', 'pdf'] as const) {
      expect(facts[name].told).toBe(true);
    }
  });
});

describe('support.write', () => {
  it('writes the text where a person chose, readable for any editor', async () => {
    const folder = temporaryFolder();
    const { call, dependencies, fail } = await openTestApp();
    const path = join(folder, '关于本机.txt');
    const target = dependencies.grants.grant(path);
    expect(await call('support.write', { target, text: '乡报 0.1.0\r\n' })).toEqual({ name: '关于本机.txt' });
    expect(readFileSync(path, 'utf8')).toBe('\uFEFF乡报 0.1.0\r\n');
    expect(await fail('support.write', { target: 'unknown', text: 'x' })).toMatchObject({
      code: 'file.grantUnknown',
    });
  });
});
