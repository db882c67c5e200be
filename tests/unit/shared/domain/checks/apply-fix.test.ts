import { describe, expect, test } from 'vitest';
import { withFix } from '../../../../../src/shared/domain/checks/apply-fix.ts';
import type { FindingFix } from '../../../../../src/shared/domain/checks/finding.ts';
import type { ChapterDocument } from '../../../../../src/shared/domain/document.ts';
import { paragraphOf } from './checked.ts';

const body: ChapterDocument = {
  type: 'doc',
  content: [paragraphOf('第一段。'), paragraphOf('排查{disputes.screened}，化解82件。', 2023)],
};
const replace: FindingFix = { kind: 'replace', from: 6, to: 9, old: '82件', text: '84件' };
const bind: FindingFix = {
  kind: 'bind',
  from: 6,
  to: 9,
  old: '82件',
  indicatorId: 'disputes.resolved',
  format: { style: 'plain', unit: true },
};

describe('a fix', () => {
  test('replaces the words at their place, counted as in the editor, and nothing else', () => {
    expect(withFix(body, 1, replace, 'new')).toEqual({
      ...body,
      content: [body.content[0], paragraphOf('排查{disputes.screened}，化解84件。', 2023)],
    });
  });

  test('puts a binding of a new identity in the place of the number', () => {
    const fixed = withFix(body, 1, bind, 'new');
    expect(fixed?.content[1]?.content?.slice(2)).toEqual([
      { type: 'text', text: '，化解' },
      {
        type: 'binding',
        attrs: {
          id: 'new',
          indicatorId: 'disputes.resolved',
          yearOffset: 0,
          format: { style: 'plain', unit: true },
        },
      },
      { type: 'text', text: '。' },
    ]);
  });

  test('keeps the condition that the words stand under', () => {
    const condition = {
      type: 'condition',
      attrs: { id: 'c', indicatorId: 'disputes.screened', yearOffset: 0, test: 'nonZero', limit: null },
    } as const;
    const conditional: ChapterDocument = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { carriedFrom: null },
          content: [{ type: 'text', text: '化解82件。', marks: [condition] }],
        },
      ],
    };
    const fixed = withFix(conditional, 0, { ...replace, from: 2, to: 5 }, 'new');
    expect(fixed?.content[0]?.content).toEqual([{ type: 'text', text: '化解84件。', marks: [condition] }]);
  });

  test.each([
    ['other words stand there', 1, { ...replace, old: '83件' }],
    ['the paragraph is gone', 5, replace],
    ['the place is past the end', 1, { ...replace, from: 60, to: 63 }],
  ])('changes nothing where %s', (_, paragraph, fix) => {
    expect(withFix(body, paragraph, fix, 'new')).toBeNull();
  });
});
