/** Formats kept in a real workspace, used by its reports, and learnt from a real file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { nationalStandardProfile } from '../../../src/shared/domain/format-profile.ts';
import type { FormatProfile } from '../../../src/shared/domain/format-profile-schema.ts';
import { withFittingLines } from '../../../src/shared/domain/grid-arithmetic.ts';
import { openTestApp, type TestApp } from '../../support/workspace.ts';

const county: FormatProfile = withFittingLines({
  ...nationalStandardProfile,
  grid: { ...nationalStandardProfile.grid, linePitch: 560 },
  page: { ...nationalStandardProfile.page, top: 2268 },
  numbering: ['chapter', 'chineseComma', 'arabicDot', 'circled'],
});

async function withSample(): Promise<{ desk: TestApp; reportId: string }> {
  const desk = await openTestApp();
  const { reportId } = await desk.call('sample.open', {});
  return { desk, reportId };
}

describe('formats in a workspace', () => {
  test('begin with the national standard, which nobody can change', async () => {
    const desk = await openTestApp();
    const { formats } = await desk.call('formatProfile.list', {});
    expect(formats).toEqual([{ id: null, name: '', profile: nationalStandardProfile, usedBy: [] }]);
    expect(await desk.fail('formatProfile.update', { id: 'gbt9704', name: '国标' })).toMatchObject({
      code: 'formatProfile.notFound',
    });
  });

  test('are copied, changed, renamed, and each step is taken back by what was before', async () => {
    const desk = await openTestApp();
    const { id } = await desk.call('formatProfile.create', { name: '县府办', profile: county });
    const kept = await desk.call('formatProfile.read', { id });
    expect(kept).toEqual({ id, name: '县府办', profile: { ...county, key: id } });
    const changed = { ...county, westernFont: 'Arial' };
    const { before } = await desk.call('formatProfile.update', { id, name: '县委办', profile: changed });
    expect(before).toEqual(kept);
    expect(await desk.call('formatProfile.read', { id })).toMatchObject({ name: '县委办' });
    await desk.call('formatProfile.update', before);
    expect(await desk.call('formatProfile.read', { id })).toEqual(kept);
  });

  test('have names of their own, also when one comes back', async () => {
    const desk = await openTestApp();
    const { id } = await desk.call('formatProfile.create', { name: '县府办', profile: county });
    const taken = { code: 'formatProfile.nameTaken', parameters: { name: '县府办' } };
    expect(await desk.fail('formatProfile.create', { name: ' 县府办 ', profile: county })).toEqual(taken);
    await desk.call('formatProfile.remove', { id });
    await desk.call('formatProfile.create', { name: '县府办', profile: county });
    expect(await desk.fail('formatProfile.restore', { id })).toEqual(taken);
  });

  test('cannot be kept while something in them does not go together', async () => {
    const desk = await openTestApp();
    const torn = { ...county, grid: { ...county.grid, lines: 40 } };
    expect(await desk.fail('formatProfile.create', { name: '不行', profile: torn })).toEqual({
      code: 'formatProfile.impossible',
      parameters: { name: '不行', count: 1 },
    });
  });

  test('stay as long as a report uses them, and it is said which', async () => {
    const { desk, reportId } = await withSample();
    const { id } = await desk.call('formatProfile.create', { name: '县府办', profile: county });
    await desk.call('report.update', { id: reportId, formatProfileId: id });
    const { report } = await desk.call('report.read', { id: reportId });
    const refusal = await desk.fail('formatProfile.remove', { id });
    expect(refusal.code).toBe('formatProfile.inUse');
    expect(refusal.parameters.titles).toBe(`《${report.title}》`);
    const { formats } = await desk.call('formatProfile.list', {});
    expect(formats.at(-1)?.usedBy).toEqual([report.title]);
    await desk.call('report.update', { id: reportId, formatProfileId: null });
    await desk.call('formatProfile.remove', { id });
    expect((await desk.call('formatProfile.list', {})).formats).toHaveLength(1);
    await desk.call('formatProfile.restore', { id });
    expect((await desk.call('formatProfile.list', {})).formats).toHaveLength(2);
  });

  test('that are not there cannot be chosen', async () => {
    const { desk, reportId } = await withSample();
    expect(await desk.fail('report.update', { id: reportId, formatProfileId: 'nowhere' })).toMatchObject({
      code: 'formatProfile.notFound',
    });
  });
});

describe('a report in the recipient’s format', () => {
  test('is written with its margins, lines and markers, without a character of its text changed', async () => {
    const { desk, reportId } = await withSample();
    const before = await desk.call('report.read', { id: reportId });
    const { id } = await desk.call('formatProfile.create', { name: '县府办', profile: county });
    await desk.call('report.update', { id: reportId, formatProfileId: id });
    const { path } = await desk.call('export.docx', { reportId, mode: 'draft', target: null });
    const xml = strFromU8(
      unzipSync(new Uint8Array(readFileSync(path)))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(xml).toContain('w:top="2268"');
    expect(xml).toContain('<w:docGrid w:type="lines" w:linePitch="560"/>');
    expect(xml).toContain('第一章　');
    expect((await desk.call('report.read', { id: reportId })).chapters).toEqual(before.chapters);
  });

  test('has the same markers in the comparison with last year, whose own format is another', async () => {
    const { desk, reportId } = await withSample();
    const { report } = await desk.call('report.read', { id: reportId });
    if (report.predecessorId === null) throw new Error('the sample has no last year');
    const compare = () =>
      desk.call('report.compare', { leftId: report.predecessorId ?? '', rightId: reportId });
    const same = (pairs: Awaited<ReturnType<typeof compare>>['pairs']) =>
      pairs.filter((pair) => JSON.stringify(pair).includes('第一章')).length;
    expect(same((await compare()).pairs)).toBe(0);
    const { pairs: plain } = await compare();
    const { id } = await desk.call('formatProfile.create', { name: '县府办', profile: county });
    await desk.call('report.update', { id: reportId, formatProfileId: id });
    const { pairs } = await compare();
    expect(same(pairs)).toBe(1);
    expect(pairs).toHaveLength(plain.length);
  });
});

describe('learning from a file', () => {
  test('gives back the format that the file was exported by, and keeps nothing', async () => {
    const { desk, reportId } = await withSample();
    const { id } = await desk.call('formatProfile.create', { name: '县府办', profile: county });
    await desk.call('report.update', { id: reportId, formatProfileId: id });
    const { file } = await desk.call('export.docx', { reportId, mode: 'draft', target: null });
    const { profile } = await desk.call('formatProfile.learn', { grant: file.grant });
    expect(profile.page).toEqual(county.page);
    expect(profile.grid).toEqual(county.grid);
    expect(profile.numbering.slice(0, 2)).toEqual(['chapter', 'chineseComma']);
    expect((await desk.call('formatProfile.list', {})).formats).toHaveLength(2);
  });

  test('says of a file that is none what it is, with its name', async () => {
    const desk = await openTestApp();
    const path = join(desk.folder, '通知.docx');
    writeFileSync(path, 'PK\u0003\u0004 and then nothing');
    const grant = desk.dependencies.grants.grant(path);
    expect(await desk.fail('formatProfile.learn', { grant })).toEqual({
      code: 'formatProfile.unreadable',
      parameters: { name: '通知.docx' },
    });
    expect(await desk.fail('formatProfile.learn', { grant: 'nobody' })).toMatchObject({
      code: 'file.grantUnknown',
    });
  });
});
