import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../../support/workspace.ts';

async function addOwnReport(call: TestApp['call']) {
  const [template] = (await call('template.list', {})).templates;
  const outlineKey = template?.outlines[0]?.key ?? '';
  return call('report.create', {
    templateKey: template?.key ?? '',
    outlineKey,
    year: 2030,
    predecessorId: null,
  });
}

const unit = { name: '青石桥镇人民政府', abbreviation: '青政', county: '白鹭县', addressee: '白鹭县委' };

describe('the sample', () => {
  it('is known as such, whatever is put out of sight, and counts what a person has added', async () => {
    const { call } = await openTestApp();
    expect(await call('sample.state', {})).toEqual({ sample: null });
    const { reportId } = await call('sample.open', {});
    expect(await call('sample.state', {})).toEqual({ sample: { reportId, ownReports: 0 } });
    await addOwnReport(call);
    expect(await call('sample.state', {})).toEqual({ sample: { reportId, ownReports: 1 } });
    for (const { id } of (await call('workspace.status', {})).reports) await call('report.remove', { id });
    expect(await call('sample.state', {})).toEqual({ sample: { reportId: null, ownReports: 0 } });
  });

  it('makes room for the own work with nothing of it left, and can be had back', async () => {
    const { call, folder } = await openTestApp();
    const { reportId } = await call('sample.open', {});
    const before = await call('report.read', { id: reportId });
    const { savedAs } = await call('sample.clear', {});
    expect(await call('workspace.status', {})).toMatchObject({ organization: null, reports: [] });
    expect(await call('numbers.read', {})).toMatchObject({ indicators: [], observations: [] });
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
    expect(readdirSync(join(folder, '备份'))).toContain(savedAs);
    await call('backup.restore', { id: savedAs });
    const after = await call('report.read', { id: reportId });
    expect(after.report).toEqual(before.report);
    expect(after.chapters.map(({ body }) => body)).toEqual(before.chapters.map(({ body }) => body));
  });

  it('never takes a report of one’s own along, and clears nothing that is no sample', async () => {
    const { call, fail } = await openTestApp();
    expect(await fail('sample.clear', {})).toMatchObject({ code: 'sample.notThere' });
    const { reportId } = await call('sample.open', {});
    const own = await addOwnReport(call);
    expect(await fail('sample.clear', {})).toEqual({ code: 'sample.ownReports', parameters: { count: 1 } });
    await call('report.read', { id: reportId });
    await call('report.read', { id: own.id });
  });

  it('leaves the own unit alone, whether it was entered before the sample or in it', async () => {
    const { call } = await openTestApp();
    await call('organization.save', unit);
    await call('sample.open', {});
    expect((await call('workspace.status', {})).organization).toEqual(unit);
    await call('sample.clear', {});
    expect((await call('workspace.status', {})).organization).toEqual(unit);
    expect(await call('workspace.inspect', {})).toEqual({ damaged: false });
  });

  it('never comes over a report or a number, in sight or not', async () => {
    const { call, fail } = await openTestApp();
    await call('organization.save', unit);
    const own = await addOwnReport(call);
    expect(await fail('sample.open', {})).toMatchObject({ code: 'sample.workspaceNotEmpty' });
    await call('report.remove', { id: own.id });
    expect(await fail('sample.open', {})).toMatchObject({ code: 'sample.workspaceNotEmpty' });
  });

  it('can be opened again in the empty workspace', async () => {
    const { call } = await openTestApp();
    await call('sample.open', {});
    await call('sample.clear', {});
    const { reportId } = await call('sample.open', {});
    expect(await call('sample.state', {})).toEqual({ sample: { reportId, ownReports: 0 } });
  });
});
