import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocxText } from '../../../src/main/core/export/read-back.ts';
import { documentFromTexts, paragraphText } from '../../../src/shared/domain/document.ts';
import type { Observation } from '../../../src/shared/domain/model.ts';
import { openTestApp, type TestApp, temporaryFolder } from '../../support/workspace.ts';

const lastYear = `云岭镇人民政府关于2023年度法治政府建设情况的报告

县委、县政府：

2023年，云岭镇把依法办事放在心上，现将情况报告如下。

一、主要举措和成效

（一）化解矛盾纠纷

全年排查矛盾纠纷30件，化解28件。

二、存在的不足和原因

培训次数偏少。

三、下一年度主要安排

每季度开展一次培训。

云岭镇人民政府
2024年2月6日
`;

const organization = {
  name: '云岭镇人民政府',
  abbreviation: '云岭政',
  county: '远山县',
  addressee: '县委、县政府',
};

function confirmed(indicatorId: string, year: number, value: string): Observation {
  return {
    indicatorId,
    year,
    entry: { kind: 'number', value },
    state: 'confirmed',
    source: '综治中心',
    note: '',
    evidence: '',
  };
}

async function importLastYear({ folder, dependencies, call }: TestApp): Promise<string> {
  const file = join(folder, '去年.txt');
  writeFileSync(file, lastYear);
  const grant = dependencies.grants.grant(file);
  const { parsed } = await call('import.preview', { grant });
  expect(parsed.year).toBe(2023);
  const [template] = (await call('template.list', {})).templates;
  return (await call('import.commit', { grant, templateKey: template?.key ?? '', year: 2023 })).id;
}

async function begin(app: TestApp, predecessorId: string | null): Promise<string> {
  const [template] = (await app.call('template.list', {})).templates;
  const { id } = await app.call('report.create', {
    templateKey: template?.key ?? '',
    outlineKey: template?.outlines[0]?.key ?? null,
    year: 2024,
    predecessorId,
  });
  return id;
}

describe('the whole job', () => {
  test('last year in, this year begun, tables filled, prose bound, document out', async () => {
    const app = await openTestApp();
    await app.call('organization.save', organization);
    const imported = await importLastYear(app);
    const id = await begin(app, imported);

    const { report, chapters } = await app.call('report.read', { id });
    expect(report.title).toBe('云岭镇人民政府关于2024年度法治政府建设情况的报告');
    const disputes = chapters.find((chapter) => chapter.heading === '化解矛盾纠纷');
    if (disputes === undefined) throw new Error('the chapter was not carried over');
    expect(disputes.body.content[0]?.attrs.carriedFrom).toBe(2023);

    await app.call('numbers.set', { observations: [confirmed('disputes.screened', 2024, '58')] });
    await app.call('chapter.saveBody', {
      id: disputes.id,
      revision: disputes.revision,
      body: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            attrs: { carriedFrom: null },
            content: [
              { type: 'text', text: '本年度共排查矛盾纠纷' },
              {
                type: 'binding',
                attrs: {
                  id: 'b1',
                  indicatorId: 'disputes.screened',
                  yearOffset: 0,
                  format: { style: 'plain', unit: true },
                },
              },
              { type: 'text', text: '。' },
            ],
          },
        ],
      },
    });

    const refused = await app.fail('export.docx', { reportId: id, mode: 'formal', target: null });
    expect(refused.code).toBe('export.unresolved');

    const draft = await app.call('export.docx', { reportId: id, mode: 'draft', target: null });
    expect(draft.numbers).toEqual({ checked: 1, unequal: 0 });
    const text = readDocxText(new Uint8Array(readFileSync(draft.path))).join('\n');
    expect(text).toContain('本年度共排查矛盾纠纷58件。');
    expect(text).toContain('云岭镇人民政府关于2024年度法治政府建设情况的报告'.slice(-10));

    await app.call('numbers.set', { observations: [confirmed('disputes.screened', 2024, '61')] });
    const again = await app.call('export.docx', { reportId: id, mode: 'draft', target: null });
    expect(readDocxText(new Uint8Array(readFileSync(again.path))).join('\n')).toContain('纠纷61件。');
  });

  test('every paragraph of last year stands in this year’s report, marked', async () => {
    const app = await openTestApp();
    await app.call('organization.save', organization);
    const imported = await importLastYear(app);
    const id = await begin(app, imported);
    const textsOf = async (reportId: string) =>
      (await app.call('report.read', { id: reportId })).chapters.flatMap((chapter) =>
        chapter.body.content.filter((paragraph) => paragraph.content !== undefined),
      );
    const before = (await textsOf(imported)).map((paragraph) => paragraphText(paragraph, () => ''));
    const after = await textsOf(id);
    expect(after.map((paragraph) => paragraphText(paragraph, () => '')).sort()).toEqual(before.sort());
    expect(after.every((paragraph) => paragraph.attrs.carriedFrom === 2023)).toBe(true);
    const predecessor = await app.call('report.readPredecessor', { id });
    expect(predecessor.content?.report.id).toBe(imported);
  });

  test('an absurdly long title, addressee and heading come in, and all their text with them', async () => {
    const app = await openTestApp();
    await app.call('organization.save', organization);
    const heading = `一、${'把每一件事都写进标题里'.repeat(40)}`;
    const file = join(app.folder, '长.txt');
    writeFileSync(
      file,
      `${'云岭镇关于2023年'.repeat(30)}工作报告\n\n${'县委、'.repeat(60)}县政府：\n\n${heading}\n\n正文。\n`,
    );
    const grant = app.dependencies.grants.grant(file);
    const [template] = (await app.call('template.list', {})).templates;
    const { id } = await app.call('import.commit', { grant, templateKey: template?.key ?? '', year: 2023 });
    const { chapters } = await app.call('report.read', { id });
    const kept = chapters
      .flatMap((chapter) => [
        chapter.heading,
        ...chapter.body.content.map((each) => paragraphText(each, () => '')),
      ])
      .join('\n');
    expect(kept).toContain(heading.slice(2));
    expect(kept).toContain('正文。');
  });

  test('the sample township opens in an empty workspace, once', async () => {
    const app = await openTestApp();
    const { reportId } = await app.call('sample.open', {});
    const status = await app.call('workspace.status', {});
    expect(status.reports.map((report) => report.year)).toEqual([2024, 2023, 2022]);
    expect(status.reports[0]).toMatchObject({ id: reportId, state: 'draft' });
    expect(status.reports[0]?.numbers.missing).toBeGreaterThan(0);
    expect(status.reports[0]?.carriedParagraphs).toBeGreaterThan(0);
    expect((await app.fail('sample.open', {})).code).toBe('sample.workspaceNotEmpty');
  });
});

describe('what is refused', () => {
  test('an unknown method, one of the door, and input that does not fit', async () => {
    const { fail } = await openTestApp();
    expect((await fail('host.describe', {})).code).toBe('method.unknown');
    expect(await fail('organization.save', { name: '' })).toMatchObject({ code: 'input.invalid' });
    expect((await fail('report.read', { id: 'nobody' })).code).toBe('report.notFound');
  });

  test('a second report of the same year, a report without a unit, a year that is none', async () => {
    const app = await openTestApp();
    const [template] = (await app.call('template.list', {})).templates;
    const wish = {
      templateKey: template?.key,
      outlineKey: template?.outlines[0]?.key,
      year: 2024,
      predecessorId: null,
    };
    expect((await app.fail('report.create', wish)).code).toBe('organization.missing');
    await app.call('organization.save', organization);
    await begin(app, null);
    expect(await app.fail('report.create', wish)).toMatchObject({
      code: 'report.exists',
      parameters: { year: 2024 },
    });
    expect((await app.fail('report.create', { ...wish, year: 24 })).code).toBe('input.invalid');
    expect((await app.fail('report.create', { ...wish, year: 2025, outlineKey: 'none' })).code).toBe(
      'outline.notFound',
    );
    expect((await app.fail('report.create', { ...wish, year: 2025, predecessorId: 'x' })).code).toBe(
      'report.previousNotFound',
    );
  });

  test('a failed command leaves nothing behind', async () => {
    const app = await openTestApp();
    await app.call('organization.save', organization);
    await begin(app, null);
    const good = confirmed('disputes.screened', 2024, '1');
    const failure = await app.fail('numbers.set', { observations: [good, confirmed('no.such', 2024, '2')] });
    expect(failure).toEqual({ code: 'indicator.notFound', parameters: { name: 'no.such' } });
    expect((await app.call('numbers.read', {})).observations).toEqual([]);
  });

  test('a value for a computed cell, and a value that is no decimal', async () => {
    const app = await openTestApp();
    await app.call('sample.open', {});
    const { indicators } = await app.call('numbers.read', {});
    const computed = indicators.find((indicator) => indicator.formula !== null);
    const set = (indicatorId: string, value: string) =>
      app.fail('numbers.set', { observations: [confirmed(indicatorId, 2024, value)] });
    expect((await set(computed?.id ?? '', '1')).code).toBe('observation.computed');
    for (const value of ['1e3', 'NaN', '', '1,000', '0x10', '1'.repeat(60)]) {
      expect((await set('disputes.screened', value)).code).toBe('input.invalid');
    }
  });
});

describe('numbers', () => {
  test('previous cells handed back undo the step exactly', async () => {
    const app = await openTestApp();
    await app.call('sample.open', {});
    const before = (await app.call('numbers.read', {})).observations;
    const { previous } = await app.call('numbers.set', {
      observations: [
        confirmed('disputes.screened', 2024, '999'),
        { ...confirmed('disputes.screened', 2019, '0'), entry: { kind: 'notApplicable' } },
        confirmed('disputes.screened', 2024, '1000'),
      ],
    });
    expect((await app.call('numbers.read', {})).observations).not.toEqual(before);
    await app.call('numbers.set', { observations: previous });
    const after = (await app.call('numbers.read', {})).observations;
    expect(after.filter(({ entry }) => entry.kind !== 'empty')).toEqual(
      before.filter(({ entry }) => entry.kind !== 'empty'),
    );
  });
});

describe('chapters', () => {
  async function withReport() {
    const app = await openTestApp();
    await app.call('organization.save', organization);
    const id = await begin(app, null);
    const chapters = async () => (await app.call('report.read', { id })).chapters;
    return { app, id, chapters };
  }

  test('a save that names an older revision is refused and changes nothing', async () => {
    const { app, chapters } = await withReport();
    const [first] = await chapters();
    if (first === undefined) throw new Error('no chapters');
    const save = { id: first.id, revision: first.revision, body: documentFromTexts(['甲']) };
    const { revision } = await app.call('chapter.saveBody', save);
    expect(revision).toBe(first.revision + 1);
    expect((await app.fail('chapter.saveBody', { ...save, body: documentFromTexts(['乙']) })).code).toBe(
      'chapter.conflict',
    );
    expect((await chapters()).find(({ id }) => id === first.id)?.body).toEqual(documentFromTexts(['甲']));
  });

  test('added, moved, put away and brought back, siblings stay in order', async () => {
    const { app, id, chapters } = await withReport();
    const headings = (list: Awaited<ReturnType<typeof chapters>>) =>
      list.filter(({ parentId }) => parentId === null).map(({ heading }) => heading);
    const before = headings(await chapters());
    const added = await app.call('chapter.add', {
      reportId: id,
      parentId: null,
      position: 1,
      kind: 'section',
      heading: '特色做法',
    });
    expect(headings(added.chapters)).toEqual([before[0], '特色做法', ...before.slice(1)]);
    const moved = await app.call('chapter.move', { id: added.id, parentId: null, position: 3 });
    expect(headings(moved.chapters).indexOf('特色做法')).toBe(3);
    const removed = await app.call('chapter.remove', { id: added.id });
    expect(headings(removed.chapters)).toEqual(before);
    const restored = await app.call('chapter.restore', { id: added.id });
    expect(headings(restored.chapters).indexOf('特色做法')).toBe(3);
  });

  test('a chapter comes back before what has taken its place meanwhile', async () => {
    const { app, id } = await withReport();
    const add = (heading: string, position: number): Promise<{ id: string }> =>
      app.call('chapter.add', { reportId: id, parentId: null, position, kind: 'section', heading });
    const first = await add('先有的', 2);
    await app.call('chapter.remove', { id: first.id });
    await add('后来的', 2);
    const { chapters } = await app.call('chapter.restore', { id: first.id });
    const top = chapters.filter((chapter) => chapter.parentId === null);
    expect(top.slice(2, 4).map(({ heading }) => heading)).toEqual(['先有的', '后来的']);
    expect(top.map(({ position }) => position)).toEqual(top.map((_, index) => index));
  });

  test('a chapter whose parent has moved too deep comes back at the end of the first level', async () => {
    const { app, id } = await withReport();
    const add = async (heading: string, parentId: string | null): Promise<string> => {
      const added: { id: string } = await app.call('chapter.add', {
        ...{ reportId: id, parentId, position: 0, kind: 'section', heading },
      });
      return added.id;
    };
    const parent = await add('上级', null);
    const child = await add('下级', parent);
    await add('再下级', child);
    await app.call('chapter.remove', { id: child });
    const deep = await add('二层', await add('一层', null));
    await app.call('chapter.move', { id: parent, parentId: deep, position: 0 });
    const { chapters } = await app.call('chapter.restore', { id: child });
    const top = chapters.filter((chapter) => chapter.parentId === null);
    expect(top.at(-1)?.heading).toBe('下级');
    expect(chapters.find(({ heading }) => heading === '再下级')?.parentId).toBe(child);
  });

  test('no chapter below itself, none deeper than four levels', async () => {
    const { app, id } = await withReport();
    let parentId: string | null = null;
    const line: string[] = [];
    for (const heading of ['甲', '乙', '丙', '丁']) {
      const added: { id: string } = await app.call('chapter.add', {
        reportId: id,
        parentId,
        position: 0,
        kind: 'section',
        heading,
      });
      parentId = added.id;
      line.push(added.id);
    }
    const fifth = { reportId: id, parentId, position: 0, kind: 'section', heading: '戊' };
    expect((await app.fail('chapter.add', fifth)).code).toBe('chapter.tooDeep');
    const [first, second] = line;
    expect((await app.fail('chapter.move', { id: first, parentId: second, position: 0 })).code).toBe(
      'chapter.notFound',
    );
  });

  test('a final report is not written to, until it is made a draft again', async () => {
    const { app, id, chapters } = await withReport();
    const [first] = await chapters();
    await app.call('report.update', { id, state: 'final' });
    expect((await app.fail('chapter.update', { id: first?.id, heading: '改' })).code).toBe('report.final');
    expect((await app.fail('report.update', { id, title: '改' })).code).toBe('report.final');
    await app.call('report.update', { id, state: 'draft' });
    await app.call('chapter.update', { id: first?.id ?? '', heading: '改' });
    expect((await chapters()).map(({ heading }) => heading)).toContain('改');
  });

  test('a report put away can be brought back, unless its year is taken', async () => {
    const { app, id } = await withReport();
    await app.call('report.remove', { id });
    expect((await app.call('workspace.status', {})).reports).toEqual([]);
    await app.call('report.restore', { id });
    await app.call('report.remove', { id });
    await begin(app, null);
    expect((await app.fail('report.restore', { id })).code).toBe('report.exists');
  });
});

test('everything is still there after closing and opening again', async () => {
  const folder = temporaryFolder();
  const first = await openTestApp(folder);
  const { reportId } = await first.call('sample.open', {});
  const before = await first.call('report.read', { id: reportId });
  const numbers = await first.call('numbers.read', {});
  first.app.close();
  const second = await openTestApp(folder);
  expect(await second.call('report.read', { id: reportId })).toEqual(before);
  expect(await second.call('numbers.read', {})).toEqual(numbers);
});
