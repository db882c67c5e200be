import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../../src/shared/domain/formula.ts';
import { formulaOperands } from '../../../src/shared/domain/formula-value.ts';
import { deepestLevel } from '../../../src/shared/domain/outline.ts';
import { recognisedChapters } from '../../../src/shared/domain/recognise-chapter.ts';
import { parseStarter } from '../../../src/shared/domain/starter.ts';
import { templateSchema } from '../../../src/shared/domain/template.ts';
import {
  indicatorsOf,
  outlineNodes,
  repeated,
  resourceText,
  shippedTemplate,
  templatePath,
} from './shipped-files.ts';

const template = shippedTemplate();
const indicators = indicatorsOf(template);
const byKey = new Map(indicators.map((indicator) => [indicator.id, indicator]));
const chapterKeys = template.chapters.map((chapter) => chapter.key);

describe('the template file', () => {
  it('follows the schema', () => {
    const parsed = templateSchema.safeParse(JSON.parse(resourceText(templatePath)));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it('is the rule-of-law report with its five required contents', () => {
    expect(template.key).toBe('ruleOfLawGovernment');
    expect(template.titlePattern).toBe('{organization}关于{year}年度法治政府建设情况的报告');
    expect(template.requiredContents.map((content) => content.key)).toEqual([
      'results',
      'shortcomings',
      'leaders',
      'nextYear',
      'other',
    ]);
    expect(template.basis.map(({ name, inForceFrom }) => [name, inForceFrom])).toEqual([
      ['《法治政府建设与责任落实督察工作规定》', '2019-04-15'],
      ['《行政执法监督条例》', '2026-02-01'],
    ]);
  });

  it('names no year and no five-year period outside the dates of its basis', () => {
    const undated = { ...template, basis: template.basis.map(({ name, note }) => ({ name, note })) };
    const text = JSON.stringify(undated, (_, value) => (typeof value === 'number' ? undefined : value));
    expect(text.match(/(?:19|20)\d{2}|二[〇○零]|十[一二三四五六七八九]五|[六七八九]五普法/g)).toBeNull();
  });
});

describe('indicators', () => {
  it('are at least 60 in 8 topics, none of them twice', () => {
    expect(template.topics).toHaveLength(8);
    expect(indicators.length).toBeGreaterThanOrEqual(60);
    expect(repeated(template.topics.map((topic) => topic.key))).toEqual([]);
    expect(repeated(indicators.map((indicator) => indicator.id))).toEqual([]);
    expect(repeated(indicators.map((indicator) => indicator.name))).toEqual([]);
  });

  it('have keys that begin with their topic', () => {
    const strays = indicators.filter((indicator) => !indicator.id.startsWith(`${indicator.topicId}.`));
    expect(strays).toEqual([]);
  });

  it('have a unit; one that is typed has an office that supplies it, a calculated one has none', () => {
    const offices = new Set(template.offices.map((office) => office.key));
    for (const { id, unit, formula, officeId } of indicators) {
      expect(unit, id).not.toBe('');
      expect(officeId !== null && offices.has(officeId), id).toBe(formula === null);
    }
  });

  it('show a rate in per cent, and count in whole numbers', () => {
    for (const { id, kind, unit, precision, formula } of indicators) {
      expect(unit === '%', id).toBe(kind === 'rate');
      if (kind === 'count') expect(precision, id).toBe(0);
      if (kind === 'rate') expect(formula, id).toMatch(/^(rate|growth)\(/);
    }
  });

  it('are recognised by names that belong to one indicator alone', () => {
    const names = template.topics.flatMap((topic) =>
      topic.indicators.flatMap((indicator) => [indicator.name, ...indicator.aliases]),
    );
    expect(repeated(names)).toEqual([]);
  });
});

describe('formulas', () => {
  const formulas = new Map(
    indicators.flatMap(({ id, formula }) => {
      if (formula === null) return [];
      const parsed = parseFormula(formula);
      expect(parsed, `${id} = ${formula}`).toMatchObject({ ok: true });
      return parsed.ok ? [[id, formulaOperands(parsed.formula).map(({ key }) => key)] as const] : [];
    }),
  );

  it('are at least eight, and name existing indicators only', () => {
    expect(formulas.size).toBeGreaterThanOrEqual(8);
    for (const [id, references] of formulas) {
      expect(references.length, id).toBeGreaterThan(0);
      expect(
        references.filter((key) => !byKey.has(key)),
        id,
      ).toEqual([]);
    }
  });

  it('never need themselves', () => {
    const needs = (key: string, path: readonly string[]): string[] | null => {
      if (path.includes(key)) return [...path, key];
      for (const reference of formulas.get(key) ?? []) {
        const cycle = needs(reference, [...path, key]);
        if (cycle !== null) return cycle;
      }
      return null;
    };
    expect([...formulas.keys()].map((key) => needs(key, [])).filter((cycle) => cycle !== null)).toEqual([]);
  });
});

describe('chapters', () => {
  it('are a library of about twenty, none of them twice', () => {
    expect(chapterKeys.length).toBeGreaterThanOrEqual(18);
    expect(repeated(chapterKeys)).toEqual([]);
    expect(repeated(template.chapters.map((chapter) => chapter.heading))).toEqual([]);
  });

  it('answer required contents that exist', () => {
    const contents = new Set(template.requiredContents.map((content) => content.key));
    for (const { key, requiredContent } of template.chapters) {
      if (requiredContent !== null) expect(contents.has(requiredContent), key).toBe(true);
    }
  });

  it('offer two to four starters, whose bindings are understood and suit their indicators', () => {
    for (const chapter of template.chapters) {
      expect(chapter.starters.length, chapter.key).toBeGreaterThanOrEqual(2);
      expect(chapter.starters.length, chapter.key).toBeLessThanOrEqual(4);
      for (const starter of chapter.starters) {
        expect(
          parseStarter(starter, () => 'binding', byKey.get.bind(byKey)),
          starter,
        ).toMatchObject({ ok: true });
      }
    }
  });

  it('leave the unit to the binding', () => {
    for (const starter of template.chapters.flatMap((chapter) => chapter.starters)) {
      for (const [, key = '', after = ''] of starter.matchAll(/\{([\w.]+)[^}]*\}(.{0,3})/g)) {
        const unit = byKey.get(key)?.unit ?? '';
        expect(after.startsWith(unit), starter).toBe(false);
      }
    }
  });

  it('have a sensible usual length', () => {
    for (const { key, usualLength } of template.chapters) {
      if (usualLength !== null) expect(usualLength.minimum, key).toBeLessThan(usualLength.maximum);
    }
  });

  it('are recognised by no word that another chapter has as well', () => {
    expect(repeated(template.chapters.flatMap((chapter) => chapter.recognisedBy))).toEqual([]);
  });

  it.each([
    ['主要举措与成效', 'results'],
    ['今年以来工作开展情况', 'results'],
    ['党政主要负责人履行推进法治建设第一责任人职责有关情况', 'leaders'],
    ['存在的主要问题', 'shortcomings'],
    ['推进法治政府建设存在的不足、原因及整改情况', 'shortcomings'],
    ['督察反馈问题整改落实情况', 'rectification'],
    ['下一步工作打算', 'nextYear'],
    ['下一年度推进法治政府建设的安排', 'nextYear'],
    ['其他需要报告的事项', 'other'],
    ['加强组织领导，完善工作机制', 'organization'],
    ['持续优化营商环境', 'approvals'],
    ['落实普法责任制，办好法治宣传教育', 'publicity'],
    ['多元化解，把矛盾纠纷解决在村里', 'disputes'],
    ['法治工作创新举措', 'innovation'],
    ['村容村貌', null],
  ])('recognise the heading %s as %s', (heading, expected) => {
    expect(recognisedChapters(heading, template)[0]?.key ?? null).toBe(expected);
  });

  it('recognise their own headings', () => {
    for (const chapter of template.chapters) {
      expect(recognisedChapters(chapter.heading, template)[0]?.key ?? null, chapter.heading).toBe(
        chapter.key,
      );
    }
  });
});

describe('outlines', () => {
  it('are three under different names', () => {
    expect(template.outlines.map((outline) => outline.key)).toEqual([
      'resultsFirst',
      'leadersFirst',
      'withInnovation',
    ]);
    expect(repeated(template.outlines.map((outline) => outline.name))).toEqual([]);
  });

  it.each(template.outlines)('$key: existing chapters, each once, at most four levels', ({ nodes }) => {
    const all = outlineNodes(nodes);
    expect(all.filter((node) => !chapterKeys.includes(node.chapter))).toEqual([]);
    expect(repeated(all.map((node) => node.chapter))).toEqual([]);
    expect(Math.max(...all.map((node) => node.depth))).toBeLessThanOrEqual(deepestLevel);
  });

  it.each(template.outlines)('$key: a top-level chapter for each of the five contents', ({ nodes }) => {
    const top = template.chapters.filter((chapter) => nodes.some((node) => node.chapter === chapter.key));
    const answered = new Set(top.map((chapter) => chapter.requiredContent));
    expect(template.requiredContents.filter((content) => !answered.has(content.key))).toEqual([]);
  });

  it('differ in what comes first', () => {
    const orders = template.outlines.map((outline) => outline.nodes.map((node) => node.chapter));
    const [resultsFirst = [], leadersFirst = [], withInnovation = []] = orders;
    expect(resultsFirst.indexOf('results')).toBeLessThan(resultsFirst.indexOf('leaders'));
    expect(leadersFirst.indexOf('leaders')).toBeLessThan(leadersFirst.indexOf('results'));
    expect(withInnovation).toContain('innovation');
  });

  it('use every chapter of the library at least once', () => {
    const used = new Set(
      template.outlines.flatMap((outline) => outlineNodes(outline.nodes).map((node) => node.chapter)),
    );
    expect(chapterKeys.filter((key) => !used.has(key))).toEqual([]);
  });
});
