import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bindingsOf, type ChapterDocument } from '../../../src/shared/domain/document.ts';
import { openTestApp, type TestApp } from '../../support/workspace.ts';

const lastYear = `云岭镇人民政府关于2023年度法治政府建设情况的报告

县委、县政府：

一、主要举措和成效

调解员每周进村一次。

云岭镇人民政府
2024年2月6日
`;

/** The report of 2023 as a draft, its chapter saying «五十余件» where the table had 58件. */
async function written(): Promise<{ app: TestApp; id: string; templateKey: string }> {
  const app = await openTestApp();
  await app.call('organization.save', { name: '云岭镇', abbreviation: '', county: '', addressee: '' });
  const file = join(app.folder, '2023.txt');
  writeFileSync(file, lastYear);
  const grant = app.dependencies.grants.grant(file);
  const templateKey = (await app.call('template.list', {})).templates[0]?.key ?? '';
  const { id } = await app.call('import.commit', { grant, templateKey, year: 2023 });
  await app.call('report.update', { id, state: 'draft' });
  const [chapter] = (await app.call('report.read', { id })).chapters;
  const body: ChapterDocument = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { carriedFrom: null },
        content: [
          { type: 'text', text: '排查' },
          {
            type: 'binding',
            attrs: {
              id: 'place',
              indicatorId: 'disputes.screened',
              yearOffset: 0,
              format: { style: 'plain', unit: true },
              override: { text: '五十余件', reason: '年报口径', instead: '58件' },
            },
          },
        ],
      },
    ],
  };
  await app.call('chapter.saveBody', { id: chapter?.id ?? '', revision: chapter?.revision ?? 0, body });
  await setScreened(app, '58');
  return { app, id, templateKey };
}

async function setScreened(app: TestApp, value: string): Promise<void> {
  const rest = { state: 'confirmed', source: '', note: '', evidence: '' } as const;
  const entry = { kind: 'number', value } as const;
  await app.call('numbers.set', {
    observations: [{ indicatorId: 'disputes.screened', year: 2023, entry, ...rest }],
  });
}

const changedOn = async (app: TestApp) =>
  (await app.call('workspace.status', {})).reports.map(({ changedPlaces }) => changedPlaces);

test('a number written by hand is kept, listed with its reason, and stands in the way once its source changes', async () => {
  const { app, id } = await written();
  expect(await changedOn(app)).toEqual([0]);
  expect(await app.call('export.readiness', { reportId: id })).toMatchObject({
    unresolved: [],
    overridden: [{ bindingId: 'place', text: '五十余件', reason: '年报口径', instead: '58件' }],
  });
  expect(await app.call('export.docx', { reportId: id, mode: 'formal', target: null })).toMatchObject({
    numbers: { checked: 1, unequal: 0 },
  });

  await setScreened(app, '61');
  expect(await changedOn(app)).toEqual([1]);
  expect(await app.call('export.readiness', { reportId: id })).toMatchObject({
    unresolved: [{ bindingId: 'place', state: 'sourceChanged' }],
    overridden: [],
  });
  expect(await app.fail('export.docx', { reportId: id, mode: 'formal', target: null })).toMatchObject({
    code: 'export.unresolved',
    parameters: { numbers: 1 },
  });
});

test('next year begins with the table’s numbers, not with this year’s words', async () => {
  const { app, id, templateKey } = await written();
  const next = await app.call('report.create', {
    templateKey,
    outlineKey: null,
    year: 2024,
    predecessorId: id,
  });
  const { chapters } = await app.call('report.read', { id: next.id });
  const bindings = chapters.flatMap(({ body }) => bindingsOf(body));
  expect(bindings.map(({ indicatorId }) => indicatorId)).toContain('disputes.screened');
  for (const binding of bindings) expect(binding).not.toHaveProperty('override');
});
