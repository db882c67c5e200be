import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindingNodeSchema } from '../../../../src/shared/domain/document.ts';
import { parseStarter, starterReferences } from '../../../../src/shared/domain/starter.ts';

const indicators = new Map([
  ['disputes.screened', { kind: 'count', unit: '件' } as const],
  ['fines', { kind: 'amount', unit: '万元' } as const],
  ['disputes.rate', { kind: 'rate', unit: '%' } as const],
  ['opened', { kind: 'date', unit: '' } as const],
]);

function parse(text: string) {
  let count = 0;
  return parseStarter(
    text,
    () => {
      count += 1;
      return `b${count}`;
    },
    (key) => indicators.get(key),
  );
}

describe('parseStarter', () => {
  it('makes text and bindings, each binding with its own id', () => {
    expect(parse('全年排查{disputes.screened}，化解率{disputes.rate@-1}。')).toEqual({
      ok: true,
      nodes: [
        { type: 'text', text: '全年排查' },
        {
          type: 'binding',
          attrs: {
            id: 'b1',
            indicatorId: 'disputes.screened',
            yearOffset: 0,
            format: { style: 'plain', unit: true },
          },
        },
        { type: 'text', text: '，化解率' },
        {
          type: 'binding',
          attrs: {
            id: 'b2',
            indicatorId: 'disputes.rate',
            yearOffset: -1,
            format: { style: 'plain', unit: true },
          },
        },
        { type: 'text', text: '。' },
      ],
    });
    expect(parse('')).toEqual({ ok: true, nodes: [] });
  });

  it.each([
    ['{fines!}', 0, { style: 'plain', unit: false }],
    ['{fines:plain}', 0, { style: 'plain', unit: true }],
    ['{fines:integer}', 0, { style: 'integer', unit: true }],
    ['{fines:integer!}', 0, { style: 'integer', unit: false }],
    ['{fines:decimal(2)}', 0, { style: 'decimal', places: 2, unit: true }],
    ['{disputes.rate:percent(1)}', 0, { style: 'percent', places: 1 }],
    ['{fines:tenThousand(1)!}', 0, { style: 'tenThousand', places: 1, unit: false }],
    ['{fines:over(10)}', 0, { style: 'over', to: '10', unit: true }],
    ['{fines:hundredMillion(2)}', 0, { style: 'hundredMillion', places: 2, unit: true }],
    ['{fines:over(10,多)}', 0, { style: 'over', to: '10', word: '多', unit: true }],
    ['{fines:about(100,近)}', 0, { style: 'about', to: '100', word: '近', unit: true }],
    ['{fines:threshold(0.5)!}', 0, { style: 'threshold', limit: '0.5', first: false, unit: false }],
    ['{fines:threshold(10000,首次)}', 0, { style: 'threshold', limit: '10000', first: true, unit: true }],
    ['{disputes.rate:range(3)}', 0, { style: 'range', years: 3, unit: true }],
    ['{disputes.screened:chinese}', 0, { style: 'chinese', unit: true }],
    ['{disputes.screened:ordinal}', 0, { style: 'ordinal', chinese: false, unit: true }],
    ['{disputes.screened:ordinal(第三)!}', 0, { style: 'ordinal', chinese: true, unit: false }],
    ['{opened:date}', 0, { style: 'date', form: 'full' }],
    ['{opened:date(month)}', 0, { style: 'date', form: 'month' }],
    ['{opened}', 0, { style: 'plain', unit: true }],
    ['{disputes.rate:size(growth)}', 0, { style: 'size', of: 'growth' }],
    ['{fines@-1:over(10000)!}', -1, { style: 'over', to: '10000', unit: false }],
    ['{fines:growth}', 0, { style: 'growth' }],
    ['{fines@-10:change}', -10, { style: 'change' }],
  ])('%s', (text, yearOffset, format) => {
    expect(parse(text)).toMatchObject({ ok: true, nodes: [{ attrs: { yearOffset, format } }] });
  });

  it.each([
    ['共{fines', 'braceUnmatched', 1, '{'],
    ['共fines}', 'braceUnmatched', 6, '}'],
    ['{{fines}}', 'braceUnmatched', 0, '{'],
    ['共{}', 'notation', 1, '{}'],
    ['{ fines }', 'notation', 0, '{ fines }'],
    ['{Fines}', 'notation', 0, '{Fines}'],
    ['{fines@1}', 'notation', 0, '{fines@1}'],
    ['{fines@-11}', 'notation', 0, '{fines@-11}'],
    ['{fines:integer:growth}', 'notation', 0, '{fines:integer:growth}'],
    ['{fined}', 'indicatorUnknown', 0, '{fined}'],
    ['{fines:rounded}', 'formatUnknown', 0, '{fines:rounded}'],
    ['{fines:decimal}', 'formatUnknown', 0, '{fines:decimal}'],
    ['{fines:decimal(7)}', 'formatUnknown', 0, '{fines:decimal(7)}'],
    ['{fines:integer(1)}', 'formatUnknown', 0, '{fines:integer(1)}'],
    ['{fines:over}', 'formatUnknown', 0, '{fines:over}'],
    ['{fines:over(5)}', 'formatUnknown', 0, '{fines:over(5)}'],
    ['{fines:over(10,把)}', 'formatUnknown', 0, '{fines:over(10,把)}'],
    ['{fines:about(10)}', 'formatUnknown', 0, '{fines:about(10)}'],
    ['{fines:about(10,近,约)}', 'formatUnknown', 0, '{fines:about(10,近,约)}'],
    ['{fines:threshold(许多)}', 'formatUnknown', 0, '{fines:threshold(许多)}'],
    ['{fines:threshold(10,再次)}', 'formatUnknown', 0, '{fines:threshold(10,再次)}'],
    ['{fines:range(1)}', 'formatUnknown', 0, '{fines:range(1)}'],
    ['{fines:ordinal(3)}', 'formatUnknown', 0, '{fines:ordinal(3)}'],
    ['{fines:size}', 'formatUnknown', 0, '{fines:size}'],
    ['{opened:date!}', 'formatUnknown', 0, '{opened:date!}'],
    ['{fines:constructor}', 'formatUnknown', 0, '{fines:constructor}'],
    ['{opened:growth}', 'formatUnsuitable', 0, '{opened:growth}'],
    ['{fines:date}', 'formatUnsuitable', 0, '{fines:date}'],
    ['{disputes.rate:chinese}', 'formatUnsuitable', 0, '{disputes.rate:chinese}'],
    ['{fines:growth!}', 'formatUnknown', 0, '{fines:growth!}'],
    ['{disputes.rate:percent(1)!}', 'formatUnknown', 0, '{disputes.rate:percent(1)!}'],
    ['{fines:percent(1)}', 'formatUnsuitable', 0, '{fines:percent(1)}'],
    ['{disputes.rate:over(10)}', 'formatUnsuitable', 0, '{disputes.rate:over(10)}'],
  ])('%s is refused: %s', (text, code, position, placeholder) => {
    expect(parse(text)).toEqual({ ok: false, problem: { code, position, placeholder } });
  });

  it('never throws, makes valid nodes, and loses no text', () => {
    const pieces = fc.constantFrom(
      ...['{', '}', 'fines', '{fines}', '{disputes.rate}', ':', 'over(10)', '@-1', '!', '全年', 'growth'],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parse(text);
        if (!parsed.ok) return;
        const bindings = parsed.nodes.filter((node) => node.type === 'binding');
        for (const node of bindings) expect(bindingNodeSchema.safeParse(node).success).toBe(true);
        expect(starterReferences(text)).toEqual([...new Set(bindings.map((node) => node.attrs.indicatorId))]);
        const kept = parsed.nodes.map((node) => (node.type === 'text' ? node.text : '')).join('');
        expect(kept).toBe(text.replace(/\{[^{}]*\}/g, ''));
      }),
    );
  });
});

describe('starterReferences', () => {
  it('names each key once and passes over what is no placeholder', () => {
    expect(starterReferences('{b:over(10)}{a.c@-1}{b}{没有}{')).toEqual(['b', 'a.c']);
    expect(starterReferences('没有数字')).toEqual([]);
  });
});
