import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../../support/workspace.ts';

const report = (year: number) => `云岭镇人民政府关于${year}年度法治政府建设情况的报告

县委、县政府：

一、主要举措和成效

（一）办好家门口的事

全镇各村都有人管。

（二）化解矛盾纠纷

全年化解矛盾纠纷48件。

二、来年怎么干

（一）化解矛盾纠纷

继续用力。

云岭镇人民政府
${year + 1}年2月6日
`;

async function importYear(app: TestApp, year: number): Promise<string> {
  const file = join(app.folder, `${year}.txt`);
  writeFileSync(file, report(year));
  const grant = app.dependencies.grants.grant(file);
  const [template] = (await app.call('template.list', {})).templates;
  return (await app.call('import.commit', { grant, templateKey: template?.key ?? '', year })).id;
}

/** Heading and stored template chapter, in reading order. */
async function keysOf(app: TestApp, id: string): Promise<[string, string | null][]> {
  const { chapters } = await app.call('report.read', { id });
  const { mappings } = await app.call('import.mapping', { id });
  return mappings.map(({ chapterId, chosenKey }) => {
    const chapter = chapters.find((one) => one.id === chapterId);
    expect(chapter?.templateChapterKey).toBe(chosenKey);
    return [chapter?.heading ?? '', chosenKey];
  });
}

async function chapterId(app: TestApp, id: string, heading: string): Promise<string> {
  const { chapters } = await app.call('report.read', { id });
  return chapters.find((one) => one.heading === heading)?.id ?? '';
}

const asProposed: [string, string | null][] = [
  ['主要举措和成效', 'results'],
  ['办好家门口的事', null],
  ['化解矛盾纠纷', 'disputes'],
  ['来年怎么干', null],
  ['化解矛盾纠纷', 'disputes'],
];
const corrected: [string, string | null][] = [
  ['主要举措和成效', 'results'],
  ['办好家门口的事', null],
  ['化解矛盾纠纷', 'disputes'],
  ['来年怎么干', 'nextYear'],
  ['化解矛盾纠纷', null],
];

describe('mapping the chapters of an imported report', () => {
  test('a correction is kept, what nobody decided follows it, and the next import knows it', async () => {
    const app = await openTestApp();
    const id = await importYear(app, 2022);
    expect(await keysOf(app, id)).toEqual(asProposed);

    const choices = [{ chapterId: await chapterId(app, id, '来年怎么干'), chapterKey: 'nextYear' }];
    const { previous } = await app.call('import.map', { id, choices });
    expect(await keysOf(app, id)).toEqual(corrected);
    expect(previous.map(({ chapterKey }) => chapterKey)).toEqual(expect.arrayContaining([null, 'disputes']));
    expect((await app.call('report.read', { id })).report.state).toBe('final');

    const next = await importYear(app, 2023);
    expect(await keysOf(app, next)).toEqual(corrected);
    const { mappings } = await app.call('import.mapping', { id: next });
    expect(mappings[3]).toMatchObject({
      safe: true,
      confidence: 1,
      evidence: [{ reason: 'remembered', words: [] }],
    });
  });

  test('handing back what was undoes the step, and its memory', async () => {
    const app = await openTestApp();
    const id = await importYear(app, 2022);
    const before = await app.call('import.mapping', { id });
    const choices = [{ chapterId: await chapterId(app, id, '来年怎么干'), chapterKey: 'nextYear' }];
    const { previous } = await app.call('import.map', { id, choices });
    await app.call('import.map', { id, choices: previous });
    expect(await app.call('import.mapping', { id })).toEqual(before);
    expect(await keysOf(app, await importYear(app, 2023))).toEqual(asProposed);
  });

  test('«none of them» is remembered as well', async () => {
    const app = await openTestApp();
    const id = await importYear(app, 2022);
    const choices = [{ chapterId: await chapterId(app, id, '主要举措和成效'), chapterKey: null }];
    await app.call('import.map', { id, choices });
    expect((await keysOf(app, await importYear(app, 2023)))[0]).toEqual(['主要举措和成效', null]);
  });

  test('the choices are the sections of the template, each on its level', async () => {
    const app = await openTestApp();
    const { choices } = await app.call('import.mapping', { id: await importYear(app, 2022) });
    expect(choices.map(({ key }) => key)).not.toContain('preamble');
    expect(choices.find(({ key }) => key === 'results')?.level).toBe(1);
    expect(choices.find(({ key }) => key === 'disputes')?.level).toBe(2);
    expect(choices.find(({ key }) => key === 'safety')?.level).toBe(3);
  });

  test('what does not exist is refused, and nothing is written', async () => {
    const app = await openTestApp();
    const id = await importYear(app, 2022);
    const known = { chapterId: await chapterId(app, id, '来年怎么干'), chapterKey: 'nextYear' };
    const stranger = { chapterId: 'nobody', chapterKey: 'results' };
    expect((await app.fail('import.map', { id, choices: [known, stranger] })).code).toBe('chapter.notFound');
    const unknown = { ...known, chapterKey: 'no.such' };
    expect((await app.fail('import.map', { id, choices: [unknown] })).code).toBe('chapter.notFound');
    expect(await keysOf(app, id)).toEqual(asProposed);
    const sample = await openTestApp();
    const { reportId } = await sample.call('sample.open', {});
    expect((await sample.fail('import.mapping', { id: reportId })).code).toBe('report.notFound');
  });
});
