import { describe, expect, it } from 'vitest';
import { lastYearMatch } from '../../../../../src/renderer/features/write/panes/last-year-match.ts';
import { chapter } from '../fixtures.ts';

const lastYear = [
  chapter('opening', { kind: 'preamble', heading: '' }),
  chapter('mediation', { heading: '化解矛盾纠纷', templateChapterKey: 'disputes' }),
  chapter('mediation-two', { heading: '强化调解，守护平安', templateChapterKey: 'disputes' }),
  chapter('own', { heading: '特色做法', templateChapterKey: null }),
  chapter('list', { kind: 'attachment', heading: '任务清单', templateChapterKey: null }),
];

describe('lastYearMatch', () => {
  it.each([
    ['same key', { heading: '全新的标题', templateChapterKey: 'disputes' }, 'mediation'],
    [
      'same key and heading',
      { heading: '强化调解、守护平安', templateChapterKey: 'disputes' },
      'mediation-two',
    ],
    ['same heading, no key', { heading: '特色做法', templateChapterKey: null }, 'own'],
    ['same heading, a key last year lacks', { heading: '特色做法', templateChapterKey: 'publicity' }, 'own'],
    ['same kind', { kind: 'preamble', heading: '' }, 'opening'],
    ['nothing alike', { heading: '别的', templateChapterKey: 'training' }, null],
    ['an attachment of the same title', { kind: 'attachment', heading: '任务清单' }, 'list'],
    ['an attachment of another title', { kind: 'attachment', heading: '统计表' }, null],
    ['no heading', { heading: '', templateChapterKey: null }, null],
  ] as const)('%s', (_name, fields, id) => {
    expect(lastYearMatch(chapter('now', fields), lastYear)).toBe(id);
  });
});
