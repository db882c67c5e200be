/** 附件 of a report, from the outline to the next year and to the printed document. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocxText } from '../../../src/main/core/export/read-back.ts';
import { documentFromTexts } from '../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../src/shared/domain/model.ts';
import { numberChapters } from '../../../src/shared/domain/outline.ts';
import { openTestApp, type TestApp } from '../../support/workspace.ts';

const organization = {
  name: '云岭镇人民政府',
  abbreviation: '云岭政',
  county: '远山县',
  addressee: '县委、县政府',
};

async function begin(app: TestApp, year: number, predecessorId: string | null): Promise<string> {
  const [template] = (await app.call('template.list', {})).templates;
  const templateKey = template?.key ?? '';
  const outlineKey = template?.outlines[0]?.key ?? null;
  return (await app.call('report.create', { templateKey, outlineKey, year, predecessorId })).id;
}

async function withReport() {
  const app = await openTestApp();
  await app.call('organization.save', organization);
  const id = await begin(app, 2024, null);
  const add = (heading: string, kind: Chapter['kind'], position: number, parentId: string | null = null) =>
    app.call('chapter.add', { reportId: id, parentId, position, kind, heading });
  return { app, id, add };
}

const roots = (chapters: readonly Chapter[]) =>
  numberChapters(chapters).flatMap(({ chapter }) => (chapter.parentId === null ? [chapter] : []));
const kindsAtEnd = (chapters: readonly Chapter[]) =>
  roots(chapters)
    .slice(-3)
    .map(({ kind, heading }) => (kind === 'attachment' ? heading : kind));

describe('the attachments of a report', () => {
  test('stand behind all other chapters, wherever one is put', async () => {
    const { add, app } = await withReport();
    const list = await add('人员名单', 'attachment', 0);
    expect(kindsAtEnd(list.chapters).at(-1)).toBe('人员名单');
    const sums = await add('收支情况', 'attachment', 99);
    expect(kindsAtEnd(sums.chapters).slice(1)).toEqual(['人员名单', '收支情况']);
    const late = await add('补充', 'section', 99);
    expect(kindsAtEnd(late.chapters).slice(1)).toEqual(['人员名单', '收支情况']);
    const moved = await app.call('chapter.move', { id: late.id, parentId: null, position: 99 });
    expect(kindsAtEnd(moved.chapters).slice(1)).toEqual(['人员名单', '收支情况']);
    const turned = await app.call('chapter.move', { id: sums.id, parentId: null, position: 0 });
    expect(kindsAtEnd(turned.chapters).slice(1)).toEqual(['收支情况', '人员名单']);
  });

  test('stand in no other chapter, and have four levels of their own', async () => {
    const { add, app, id } = await withReport();
    const { id: list, chapters } = await add('人员名单', 'attachment', 99);
    const [first] = roots(chapters);
    const refused = { reportId: id, parentId: first?.id ?? null, position: 0, kind: 'attachment' as const };
    expect((await app.fail('chapter.add', { ...refused, heading: '错' })).code).toBe(
      'chapter.attachmentPlace',
    );
    expect((await app.fail('chapter.move', { id: list, parentId: first?.id, position: 0 })).code).toBe(
      'chapter.attachmentPlace',
    );
    let parentId: string = list;
    for (const heading of ['甲', '乙', '丙', '丁'])
      parentId = (await add(heading, 'section', 0, parentId)).id;
    expect(
      (await app.fail('chapter.add', { reportId: id, parentId, position: 0, kind: 'section', heading: '戊' }))
        .code,
    ).toBe('chapter.tooDeep');
    const { chapters: all } = await app.call('report.read', { id });
    expect(numberChapters(all).find(({ chapter }) => chapter.heading === '甲')?.marker).toBe('一、');
  });

  test('a section that comes back stands in front of them, also where one has taken its place', async () => {
    const { add, app } = await withReport();
    const { id: last } = await add('末章', 'section', 99);
    await app.call('chapter.remove', { id: last });
    await add('人员名单', 'attachment', 99);
    const { chapters } = await app.call('chapter.restore', { id: last });
    expect(roots(chapters).at(-1)?.heading).toBe('人员名单');
    const { id: list } = { id: roots(chapters).at(-1)?.id ?? '' };
    await app.call('chapter.remove', { id: list });
    expect(roots((await app.call('chapter.restore', { id: list })).chapters).at(-1)?.heading).toBe(
      '人员名单',
    );
  });

  test('are carried into the next year and printed behind the date', async () => {
    const { add, app, id } = await withReport();
    const { id: list, chapters } = await add('人员名单', 'attachment', 99);
    const revision = chapters.find((one) => one.id === list)?.revision ?? 0;
    await app.call('chapter.saveBody', { id: list, revision, body: documentFromTexts(['共五名。']) });
    await add('在编', 'section', 0, list);
    const next = await begin(app, 2025, id);
    const rolled = (await app.call('report.read', { id: next })).chapters;
    const carried = roots(rolled).at(-1);
    expect(carried).toMatchObject({ kind: 'attachment', heading: '人员名单' });
    expect(carried?.body.content[0]?.attrs.carriedFrom).toBe(2024);
    expect(rolled.find(({ heading }) => heading === '在编')?.parentId).toBe(carried?.id);

    await app.call('report.update', { id: next, issuedOn: '2026-02-05' });
    const { path } = await app.call('export.docx', {
      reportId: next,
      mode: 'draft',
      look: 'formal',
      target: null,
    });
    const texts = readDocxText(new Uint8Array(readFileSync(path)));
    const date = texts.indexOf('2026年2月5日');
    expect(texts).toContain('附件：人员名单');
    expect(texts.slice(date + 1, date + 5)).toEqual(['附件', '人员名单', '共五名。', '一、在编']);
    expect(texts.at(-2)).toBe('云岭镇人民政府\t2026年2月5日印发');
  });
});
