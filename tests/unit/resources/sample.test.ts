import { describe, expect, it } from 'vitest';
import { renderBinding } from '../../../src/shared/domain/binding-text.ts';
import { bindingsOf } from '../../../src/shared/domain/document.ts';
import { createNumberBook } from '../../../src/shared/domain/number-book.ts';
import { recognisedChapters } from '../../../src/shared/domain/recognise-chapter.ts';
import { sampleObservations, sampleSchema } from '../../../src/shared/domain/sample.ts';
import { chaptersOf, chaptersWithLevel, printedParagraphs } from './sample-report.ts';
import { indicatorsOf, repeated, resourceText, shippedSample, shippedTemplate } from './shipped-files.ts';

const template = shippedTemplate();
const sample = shippedSample();
const indicators = indicatorsOf(template);
const typed = indicators.filter((indicator) => indicator.formula === null);
const book = createNumberBook({ indicators, observations: sampleObservations(sample) });
const reportOf = (year: number) => {
  const report = sample.reports.find((candidate) => candidate.year === year);
  if (report === undefined) throw new Error(`no report of ${year}`);
  return report;
};

describe('the sample file', () => {
  it('follows the schema', () => {
    const parsed = sampleSchema.safeParse(JSON.parse(resourceText('sample/sample.json')));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('belongs to the shipped template and has three years, the last one in work', () => {
    expect(sample.templateKey).toBe(template.key);
    expect(sample.reports.map(({ year, state }) => [year, state])).toEqual([
      [2022, 'final'],
      [2023, 'final'],
      [2024, 'draft'],
    ]);
  });

  it('titles its reports by the template, and numbers and dates the finished ones', () => {
    for (const report of sample.reports) {
      expect(report.title).toBe(
        template.titlePattern
          .replace('{organization}', sample.organization.name)
          .replace('{year}', String(report.year)),
      );
      const finished = report.state === 'final';
      expect(report.documentNumber).toMatch(finished ? /^云政字〔\d{4}〕[1-9]\d*号$/ : /^$/);
      if (finished) expect(report.documentNumber).toContain(`〔${report.year + 1}〕`);
      expect(report.issuedOn?.slice(0, 4) ?? null).toBe(finished ? String(report.year + 1) : null);
    }
  });
});

describe('observations', () => {
  it('are of typed indicators that exist, none of them twice', () => {
    const known = new Set(typed.map((indicator) => indicator.id));
    expect(sample.observations.filter(({ indicator }) => !known.has(indicator))).toEqual([]);
    expect(repeated(sample.observations.map(({ indicator, year }) => `${indicator} ${year}`))).toEqual([]);
  });

  it.each([2022, 2023])('say something of every typed indicator in %i', (year) => {
    const told = new Set(sample.observations.filter((one) => one.year === year).map((one) => one.indicator));
    expect(typed.filter((indicator) => !told.has(indicator.id))).toEqual([]);
  });

  it('fill about three quarters of 2024, and hold every state of a number', () => {
    const current = sample.observations.filter((one) => one.year === 2024);
    expect(current.length / typed.length).toBeGreaterThan(0.65);
    expect(current.length / typed.length).toBeLessThan(0.85);
    expect(current.filter((one) => one.state === 'carried').length).toBeGreaterThanOrEqual(3);
    expect(current.filter((one) => one.value === '0')).not.toEqual([]);
    expect(current.filter((one) => one.value === 'notApplicable')).not.toEqual([]);
  });

  it('carry what last year said, and name their source', () => {
    for (const { indicator, year, value, state, source } of sample.observations) {
      expect(source, indicator).toMatch(/填报表$/);
      if (state !== 'carried') continue;
      const before = sample.observations.find((one) => one.indicator === indicator && one.year === year - 1);
      expect(value, indicator).toBe(before?.value);
    }
  });

  it.each([2022, 2023, 2024])('agree with one another in %i', (year) => {
    const parts = indicators.flatMap(({ id, formula }) => {
      const match = /^rate\(([\w.]+), ([\w.]+)\)$/.exec(formula ?? '');
      return match === null ? [] : [{ id, part: match[1] ?? '', whole: match[2] ?? '' }];
    });
    expect(parts.length).toBeGreaterThanOrEqual(7);
    const pairs = [
      ...parts.map(({ part, whole }) => [part, whole]),
      ['disputes.difficult', 'disputes.screened'],
      ['approvals.streamlined', 'approvals.items'],
      ['openness.applicationsAnswered', 'openness.applications'],
      ['reconsideration.leaderAppearances', 'reconsideration.lawsuits'],
    ];
    for (const [part = '', whole = ''] of pairs) {
      const numbers = [part, whole].map((key) => book.cell(key, year).entry);
      const [smaller, larger] = numbers;
      if (smaller?.kind !== 'number' || larger?.kind !== 'number') continue;
      expect(Number(smaller.value), `${part} ≤ ${whole}`).toBeLessThanOrEqual(Number(larger.value));
    }
  });
});

describe('reports', () => {
  const templateChapters = new Set(template.chapters.map((chapter) => chapter.key));

  it.each(sample.reports)(
    '$year: chapters of the template, five required contents, four levels',
    (report) => {
      const all = chaptersWithLevel(report.chapters);
      const keys = all.map(({ chapter }) => chapter.templateChapter);
      expect(keys.filter((key) => key === null || !templateChapters.has(key))).toEqual([]);
      const answered = new Set(
        template.chapters
          .filter((chapter) => keys.includes(chapter.key))
          .map((chapter) => chapter.requiredContent),
      );
      expect(template.requiredContents.filter((content) => !answered.has(content.key))).toEqual([]);
      expect(new Set(all.map(({ level }) => level))).toEqual(new Set([1, 2, 3, 4]));
      expect(all.some(({ chapter }) => chapter.runIn)).toBe(true);
    },
  );

  it.each(sample.reports)('$year: the importer would recognise each heading', (report) => {
    for (const { chapter } of chaptersWithLevel(report.chapters)) {
      expect(recognisedChapters(chapter.heading, template)[0]?.key ?? null, chapter.heading).toBe(
        chapter.templateChapter,
      );
    }
  });

  it.each([2022, 2023])(
    '%i is complete: every number there, every chapter done, of the usual length',
    (year) => {
      const report = reportOf(year);
      const bindings = chaptersOf(report.chapters, book).flatMap((chapter) => bindingsOf(chapter.body));
      expect(bindings.length).toBeGreaterThan(50);
      const open = bindings.filter((binding) => renderBinding(binding, year, book).state !== 'confirmed');
      expect(open.map((binding) => binding.indicatorId)).toEqual([]);

      const leaves = chaptersWithLevel(report.chapters).map(({ chapter }) => chapter);
      expect(leaves.filter((chapter) => chapter.done !== true)).toEqual([]);
      expect(
        leaves.filter((chapter) => chapter.children === undefined && chapter.paragraphs.length === 0),
      ).toEqual([]);

      const characters = printedParagraphs(report.chapters, year, book).join('').length;
      expect(characters).toBeGreaterThanOrEqual(2500);
      expect(characters).toBeLessThanOrEqual(3500);
    },
  );

  it.each([2022, 2023])('%i never shows 不适用 in a sentence', (year) => {
    expect(printedParagraphs(reportOf(year).chapters, year, book).join('')).not.toContain('不适用');
  });

  it('2023 repeats some paragraphs of 2022 and speaks of its own year', () => {
    const sentences = (year: number) =>
      chaptersWithLevel(reportOf(year).chapters).flatMap(({ chapter }) =>
        chapter.paragraphs.flatMap(({ text }) => text.split('。').filter((sentence) => sentence !== '')),
      );
    const before = new Set(sentences(2022));
    const kept = sentences(2023).filter((sentence) => before.has(sentence));
    expect(kept.length).toBeGreaterThanOrEqual(8);
    expect(
      sentences(2023)
        .join('')
        .match(/2023年/g)?.length ?? 0,
    ).toBeGreaterThanOrEqual(8);
  });

  it('2024 is in the middle of the work: new, carried and empty chapters, and numbers still open', () => {
    const all = chaptersWithLevel(reportOf(2024).chapters).map(({ chapter }) => chapter);
    const paragraphs = all.flatMap((chapter) => chapter.paragraphs);
    expect(paragraphs.filter((paragraph) => paragraph.carriedFrom === undefined).length).toBeGreaterThan(5);
    expect(
      all.filter((chapter) => chapter.children === undefined && chapter.paragraphs.length === 0).length,
    ).toBeGreaterThanOrEqual(3);

    const before = new Set(
      chaptersWithLevel(reportOf(2023).chapters).flatMap(({ chapter }) =>
        chapter.paragraphs.map(({ text }) => text),
      ),
    );
    const carried = paragraphs.filter((paragraph) => paragraph.carriedFrom !== undefined);
    expect(carried.length).toBeGreaterThan(10);
    expect(carried.filter(({ text, carriedFrom }) => carriedFrom !== 2023 || !before.has(text))).toEqual([]);

    const states = chaptersOf(reportOf(2024).chapters, book)
      .flatMap((chapter) => bindingsOf(chapter.body))
      .map((binding) => renderBinding(binding, 2024, book).state);
    expect(new Set(states)).toEqual(new Set(['confirmed', 'carried', 'missing']));
  });
});
