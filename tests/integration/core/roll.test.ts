import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentFromTexts, paragraphText } from '../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../src/shared/domain/model.ts';
import { openTestApp, type TestApp } from '../../support/workspace.ts';

const lastYear = `云岭镇人民政府关于2023年度法治政府建设情况的报告

县委、县政府：

一、主要举措和成效

（一）健全调解网络，化解矛盾纠纷

2023年3月6日，镇里召开平安建设推进会，王立新镇长作了部署。全年排查矛盾纠纷30件，化解28件。

（二）深化普法宣传，增强法治意识

发放宣传手册两千册。

二、下一年度主要安排

2024年重点做好以下工作。

一是每季度培训一次调解员。

二是建成公共法律服务中心。

云岭镇人民政府
2024年2月6日
`;

async function begun(): Promise<{ app: TestApp; oldId: string; id: string }> {
  const app = await openTestApp();
  await app.call('organization.save', {
    name: '云岭镇人民政府',
    abbreviation: '',
    county: '',
    addressee: '',
  });
  const file = join(app.folder, '去年.txt');
  writeFileSync(file, lastYear);
  const grant = app.dependencies.grants.grant(file);
  const [template] = (await app.call('template.list', {})).templates;
  const templateKey = template?.key ?? '';
  const imported = await app.call('import.commit', { grant, templateKey, year: 2023 });
  const created = await app.call('report.create', {
    templateKey,
    outlineKey: null,
    year: 2024,
    predecessorId: imported.id,
  });
  return { app, oldId: imported.id, id: created.id };
}

const chaptersOf = async (app: TestApp, id: string) => (await app.call('report.read', { id })).chapters;

async function chapterNamed(app: TestApp, id: string, word: string): Promise<Chapter> {
  const found = (await chaptersOf(app, id)).find(({ heading }) => heading.includes(word));
  if (found === undefined) throw new Error(`no chapter ${word}`);
  return found;
}

const textOf = ({ body }: Chapter) =>
  body.content.map((paragraph) => paragraphText(paragraph, () => '')).join('\n');

describe('open items', () => {
  test('every year, date, meeting, person and number of carried text is one, until it is decided', async () => {
    const { app, id } = await begun();
    const { items } = await app.call('report.openItems', { id });
    const found = items.map(({ kind, text }) => `${kind} ${text}`);
    expect(found).toEqual(expect.arrayContaining(['date 2023年3月6日', 'number 30件', 'number 28件']));
    expect(items.some(({ kind, text }) => kind === 'person' && text.includes('王立新'))).toBe(true);
    expect(items.some(({ kind, text }) => kind === 'year' && text.includes('2024'))).toBe(true);
    expect(items.some(({ text }) => text.includes('两千'))).toBe(true);

    const chapter = await chapterNamed(app, id, '调解');
    const [paragraph] = chapter.body.content;
    if (paragraph === undefined) throw new Error('the chapter is empty');
    const accepted = { ...paragraph, attrs: { ...paragraph.attrs, accepted: ['30件'] } };
    await app.call('chapter.saveBody', {
      id: chapter.id,
      revision: chapter.revision,
      body: { type: 'doc', content: [accepted] },
    });
    const left = (await app.call('report.openItems', { id })).items.map(({ text }) => text);
    expect(left).not.toContain('30件');
    expect(left).toContain('28件');
  });
});

describe('promises', () => {
  test('last year’s next steps are listed and answered; postponing wants a reason', async () => {
    const { app, id } = await begun();
    const { promises } = await app.call('promise.list', { reportId: id });
    expect(promises.map(({ text, state }) => [text.replace(/[一二]是|。/g, ''), state])).toEqual([
      ['每季度培训一次调解员', 'open'],
      ['建成公共法律服务中心', 'open'],
    ]);
    const [first, second] = promises;
    const chapter = await chapterNamed(app, id, '调解');
    const answer = {
      id: first?.id ?? '',
      state: 'answered' as const,
      chapterId: chapter.id,
      passage: '',
      reason: '',
    };
    expect((await app.call('promise.answer', answer)).promise.state).toBe('answered');
    const postpone = {
      id: second?.id ?? '',
      state: 'postponed' as const,
      chapterId: null,
      passage: '',
      reason: ' ',
    };
    expect((await app.fail('promise.answer', postpone)).code).toBe('promise.reasonMissing');
    await app.call('promise.answer', { ...postpone, reason: '土地手续未办结' });
    const after = (await app.call('promise.list', { reportId: id })).promises;
    expect(after.map(({ state, reason }) => [state, reason])).toEqual([
      ['answered', ''],
      ['postponed', '土地手续未办结'],
    ]);
    expect((await app.fail('promise.answer', { ...answer, chapterId: 'elsewhere' })).code).toBe(
      'chapter.notFound',
    );
  });
});

describe('rolling forward again after last year was corrected', () => {
  async function correctLastYear(app: TestApp, oldId: string, from: string, to: string): Promise<void> {
    await app.call('report.update', { id: oldId, state: 'draft' });
    const chapter = (await chaptersOf(app, oldId)).find((one) => textOf(one).includes(from));
    if (chapter === undefined) throw new Error(`last year does not say ${from}`);
    await app.call('chapter.saveBody', {
      id: chapter.id,
      revision: chapter.revision,
      body: documentFromTexts(textOf(chapter).replace(from, to).split('\n')),
    });
  }

  test('a correction comes over, marked; it never overwrites what this year has written', async () => {
    const { app, oldId, id } = await begun();
    expect((await app.call('report.rollChanges', { id })).changes).toEqual([]);

    const own = await chapterNamed(app, id, '普法');
    const ownText = documentFromTexts(['今年改为网上发放。']);
    await app.call('chapter.saveBody', { id: own.id, revision: own.revision, body: ownText });
    await correctLastYear(app, oldId, '30件', '31件');
    await correctLastYear(app, oldId, '两千册', '三千册');

    const { changes } = await app.call('report.rollChanges', { id });
    expect(changes.map(({ kind, chapter }) => [kind, chapter])).toEqual([
      ['clean', '（一）健全调解网络，化解矛盾纠纷'],
      ['conflict', '（二）深化普法宣传，增强法治意识'],
    ]);
    expect((await app.call('report.rollAgain', { id })).taken).toBe(1);
    const taken = await chapterNamed(app, id, '调解');
    expect(textOf(taken)).toContain('31件');
    expect(taken.body.content.every(({ attrs }) => attrs.carriedFrom === 2023)).toBe(true);
    expect((await chapterNamed(app, id, '普法')).body).toEqual(ownText);
    const left = (await app.call('report.rollChanges', { id })).changes;
    expect(left.map(({ kind }) => kind)).toEqual(['conflict']);
  });
});

describe('comparing two years', () => {
  test('the same words with other numbers are told from rewritten ones', async () => {
    const { app, oldId, id } = await begun();
    const chapter = await chapterNamed(app, id, '调解');
    await app.call('chapter.saveBody', {
      id: chapter.id,
      revision: chapter.revision,
      body: documentFromTexts([textOf(chapter).replace('30件', '58件').replace('28件', '56件')]),
    });
    const { pairs } = await app.call('report.compare', { leftId: oldId, rightId: id });
    const changed = pairs.filter(({ kind }) => kind !== 'unchanged' && kind !== 'new');
    expect(changed.map(({ kind }) => kind)).toEqual(['numbers']);
    expect(changed[0]?.right).toContain('58件');
  });
});

test('the lineage goes back report by report', async () => {
  const app = await openTestApp();
  const { reportId } = await app.call('sample.open', {});
  const { contents } = await app.call('report.lineage', { id: reportId });
  expect(contents.map(({ report }) => report.year)).toEqual([2023, 2022]);
  expect((await app.call('promise.list', { reportId })).promises.length).toBeGreaterThan(3);
  expect(
    (await app.call('report.rollChanges', { id: reportId })).changes.filter(({ kind }) => kind === 'clean'),
  ).toEqual([]);
});

describe('what a person made of the import', () => {
  test('is kept when it holds the file’s characters, and refused when it does not', async () => {
    const app = await openTestApp();
    const file = join(app.folder, '去年.txt');
    writeFileSync(file, lastYear);
    const grant = app.dependencies.grants.grant(file);
    const { parsed } = await app.call('import.preview', { grant });
    const [template] = (await app.call('template.list', {})).templates;
    const commit = { grant, templateKey: template?.key ?? '', year: 2023 };
    const shortened = { ...parsed, paragraphs: parsed.paragraphs.slice(0, -1) };
    expect((await app.fail('import.commit', { ...commit, parsed: shortened })).code).toBe(
      'import.unaccounted',
    );
    const moved = {
      ...shortened,
      dropped: [
        ...parsed.dropped,
        { text: parsed.paragraphs.at(-1)?.text ?? '', reason: 'imprint' as const },
      ],
    };
    await app.call('import.commit', { ...commit, parsed: moved });
  });

  test('the file may vanish between preview and commit: what was seen is imported', async () => {
    const { rmSync } = await import('node:fs');
    const app = await openTestApp();
    const file = join(app.folder, '去年.txt');
    writeFileSync(file, lastYear);
    const grant = app.dependencies.grants.grant(file);
    await app.call('import.preview', { grant });
    rmSync(file);
    const [template] = (await app.call('template.list', {})).templates;
    const { id } = await app.call('import.commit', { grant, templateKey: template?.key ?? '', year: 2023 });
    expect((await chapterNamed(app, id, '普法')).heading).toContain('普法');
  });
});
