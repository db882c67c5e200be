import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderBinding } from '../../../src/shared/domain/binding-text.ts';
import { bindingsOf, documentFromTexts, paragraphText } from '../../../src/shared/domain/document.ts';
import { createNumberBook } from '../../../src/shared/domain/number-book.ts';
import type { AcceptedQuantity, QuantityProposal } from '../../../src/shared/domain/proposal.ts';
import { openTestApp, type TestApp } from '../../support/workspace.ts';
import { resourceText } from '../../unit/resources/shipped-files.ts';

async function importText(app: TestApp, text: string, name = '去年.txt', year = 2023): Promise<string> {
  const file = join(app.folder, name);
  writeFileSync(file, text);
  const grant = app.dependencies.grants.grant(file);
  const [template] = (await app.call('template.list', {})).templates;
  return (await app.call('import.commit', { grant, templateKey: template?.key ?? '', year })).id;
}

function accepted(proposals: readonly QuantityProposal[]): AcceptedQuantity[] {
  return proposals.flatMap(({ chapterId, paragraph, start, end, text, indicatorId, format }) =>
    indicatorId === null || format === null
      ? []
      : [{ chapterId, paragraph, start, end, text, indicatorId, format }],
  );
}

async function readTexts(app: TestApp, id: string): Promise<string[]> {
  const { report, chapters } = await app.call('report.read', { id });
  const book = createNumberBook(await app.call('numbers.read', {}));
  return chapters.flatMap(({ body }) =>
    body.content.map((paragraph) =>
      paragraphText(paragraph, (binding) => renderBinding(binding, report.year, book).text),
    ),
  );
}

const small = (sentence: string, year = 2023) => `云岭镇人民政府关于${year}年度法治政府建设情况的报告

县委、县政府：

一、主要举措和成效

（一）化解矛盾纠纷

${sentence}

云岭镇人民政府
${year + 1}年2月6日
`;

describe('claiming the numbers of the sample report', () => {
  test('the safe ones at once: the text reads on, the tables are filled, the next year has its last year', async () => {
    const app = await openTestApp();
    const id = await importText(app, resourceText('sample/last-year-report.txt'));
    const before = await readTexts(app, id);
    const { proposals } = await app.call('import.propose', { id });
    const safe = proposals.filter((proposal) => proposal.safe);
    expect(safe.length).toBeGreaterThan(40);
    const { bound } = await app.call('import.accept', { id, accepted: accepted(safe) });
    expect(bound).toBe(safe.length);
    expect(await readTexts(app, id)).toEqual(before);
    const { observations } = await app.call('numbers.read', {});
    expect(observations).toContainEqual({
      indicatorId: 'disputes.screened',
      year: 2023,
      entry: { kind: 'number', value: '50' },
      state: 'confirmed',
      source: '2023年度报告',
      note: '',
      evidence: '',
    });
    const again = (await app.call('import.propose', { id })).proposals;
    expect(
      again.some(({ text, chapterId, paragraph }) =>
        safe.some(
          (one) =>
            one.text === text &&
            one.chapterId === chapterId &&
            one.paragraph === paragraph &&
            one.indicatorId === null,
        ),
      ),
    ).toBe(false);
    expect(again).toHaveLength(proposals.length - safe.length);
    expect((await app.call('report.read', { id })).report.state).toBe('final');

    const template = (await app.call('template.list', {})).templates[0];
    const next = await app.call('report.create', {
      templateKey: template?.key ?? '',
      outlineKey: null,
      year: 2024,
      predecessorId: id,
    });
    const { chapters } = await app.call('report.read', { id: next.id });
    expect(chapters.flatMap(({ body }) => bindingsOf(body))).toHaveLength(bound);
  });
});

describe('all or none', () => {
  test('a text that has changed meanwhile is refused, and nothing is written', async () => {
    const app = await openTestApp();
    const id = await importText(app, small('全年排查矛盾纠纷50件，化解48件。'));
    const wishes = accepted((await app.call('import.propose', { id })).proposals);
    expect(wishes).toHaveLength(2);
    const before = await app.call('report.read', { id });
    const broken = wishes.map((wish, index) => (index === 1 ? { ...wish, text: '49件' } : wish));
    expect((await app.fail('import.accept', { id, accepted: broken })).code).toBe('import.changedMeanwhile');
    expect(await app.call('report.read', { id })).toEqual(before);
    expect((await app.call('numbers.read', {})).observations).toEqual([]);

    await app.call('import.accept', { id, accepted: wishes });
    expect((await app.fail('import.accept', { id, accepted: wishes })).code).toBe('import.changedMeanwhile');
  });

  test('an unknown indicator, an unknown report, a report that was not imported', async () => {
    const app = await openTestApp();
    const id = await importText(app, small('全年排查矛盾纠纷50件。'));
    const wishes = accepted((await app.call('import.propose', { id })).proposals);
    const strange = wishes.map((wish) => ({ ...wish, indicatorId: 'no.such' }));
    expect(await app.fail('import.accept', { id, accepted: strange })).toEqual({
      code: 'indicator.notFound',
      parameters: { name: 'no.such' },
    });
    expect((await app.fail('import.propose', { id: 'nobody' })).code).toBe('report.notFound');
    const sample = await openTestApp();
    const { reportId } = await sample.call('sample.open', {});
    expect((await sample.fail('import.propose', { id: reportId })).code).toBe('report.notFound');
  });
});

test('a cell that holds another number is kept, and its place stays literal', async () => {
  const app = await openTestApp();
  const id = await importText(app, small('全年排查矛盾纠纷50件，化解48件。'));
  const wishes = accepted((await app.call('import.propose', { id })).proposals);
  const held = {
    indicatorId: 'disputes.screened',
    year: 2023,
    entry: { kind: 'number' as const, value: '54' },
    state: 'confirmed' as const,
    source: '综治中心',
    note: '',
    evidence: '',
  };
  await app.call('numbers.set', { observations: [held] });
  expect((await app.call('import.accept', { id, accepted: wishes })).bound).toBe(1);
  expect((await app.call('numbers.read', {})).observations).toContainEqual(held);
  expect(await readTexts(app, id)).toContain('全年排查矛盾纠纷50件，化解48件。');
});

test('a choice that differs from the proposal is proposed the next time', async () => {
  const app = await openTestApp();
  const sentence = (count: number) => `全年入户说和家长里短${count}件。`;
  const first = await importText(app, small(sentence(33)));
  const [proposal] = (await app.call('import.propose', { id: first })).proposals;
  expect(proposal?.indicatorId).toBeNull();
  if (proposal === undefined) throw new Error('no quantity found');
  const { chapterId, paragraph, start, end, text } = proposal;
  const format = { style: 'plain' as const, unit: true };
  const choice = { chapterId, paragraph, start, end, text, indicatorId: 'disputes.resolved', format };
  expect((await app.call('import.accept', { id: first, accepted: [choice] })).bound).toBe(1);

  const second = await importText(app, small(sentence(35), 2022), '前年.txt', 2022);
  expect((await app.call('import.propose', { id: second })).proposals[0]).toMatchObject({
    text: '35件',
    indicatorId: 'disputes.resolved',
    safe: true,
  });
});

test('a round of claiming is undone whole: text and tables are as they were', async () => {
  const app = await openTestApp();
  const id = await importText(app, resourceText('sample/last-year-report.txt'));
  const before = await app.call('report.read', { id });
  const numbers = (await app.call('numbers.read', {})).observations;
  const { proposals } = await app.call('import.propose', { id });
  const { previous, bound } = await app.call('import.accept', {
    id,
    accepted: accepted(proposals.filter(({ safe }) => safe)),
  });
  expect(bound).toBeGreaterThan(10);
  await app.call('import.takeBack', { id, ...previous });
  const after = await app.call('report.read', { id });
  expect(after.chapters.map(({ body }) => body)).toEqual(before.chapters.map(({ body }) => body));
  const filled = (await app.call('numbers.read', {})).observations.filter(
    ({ entry }) => entry.kind !== 'empty',
  );
  expect(filled).toEqual(numbers.filter(({ entry }) => entry.kind !== 'empty'));
});

test('a round of claiming is not undone over a text that was changed since', async () => {
  const app = await openTestApp();
  const id = await importText(app, resourceText('sample/last-year-report.txt'));
  const { proposals } = await app.call('import.propose', { id });
  const { previous } = await app.call('import.accept', {
    id,
    accepted: accepted(proposals.filter(({ safe }) => safe)),
  });
  await app.call('report.update', { id, state: 'draft' });
  const [changed] = previous.bodies;
  if (changed === undefined) throw new Error('no text was bound');
  const body = documentFromTexts(['后来写的话。']);
  await app.call('chapter.saveBody', { id: changed.chapterId, revision: changed.revision, body });
  expect((await app.fail('import.takeBack', { id, ...previous })).code).toBe('import.changedMeanwhile');
  const { chapters } = await app.call('report.read', { id });
  expect(chapters.find((chapter) => chapter.id === changed.chapterId)?.body).toEqual(body);
});

test('a round of claiming is not undone over a number that was typed since', async () => {
  const app = await openTestApp();
  const id = await importText(app, resourceText('sample/last-year-report.txt'));
  const { proposals } = await app.call('import.propose', { id });
  const { previous } = await app.call('import.accept', {
    id,
    accepted: accepted(proposals.filter(({ safe }) => safe)),
  });
  const [filled] = previous.observations;
  if (filled === undefined) throw new Error('no number was taken over');
  const typed = { ...filled, entry: { kind: 'number' as const, value: '12345' } };
  await app.call('numbers.set', { observations: [typed] });
  expect((await app.fail('import.takeBack', { id, ...previous })).code).toBe('import.changedMeanwhile');
  const { observations } = await app.call('numbers.read', {});
  expect(
    observations.find(({ indicatorId, year }) => indicatorId === typed.indicatorId && year === typed.year),
  ).toEqual(typed);
});

test('what was declined is remembered: it is not proposed again', async () => {
  const app = await openTestApp();
  const id = await importText(app, resourceText('sample/last-year-report.txt'));
  const { proposals } = await app.call('import.propose', { id });
  const [first] = proposals.filter(({ safe }) => safe);
  if (first === undefined) throw new Error('nothing was proposed');
  const { chapterId, paragraph, start, end } = first;
  await app.call('import.accept', { id, accepted: [], declined: [{ chapterId, paragraph, start, end }] });
  const again = (await app.call('import.propose', { id })).proposals.find(
    (one) => one.chapterId === chapterId && one.paragraph === paragraph && one.start === start,
  );
  expect(again?.indicatorId ?? null).toBeNull();
});
