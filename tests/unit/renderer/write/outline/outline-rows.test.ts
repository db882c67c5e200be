import { describe, expect, it } from 'vitest';
import { cleanHeading } from '../../../../../src/renderer/features/write/outline/clean-heading.ts';
import { outlineRows } from '../../../../../src/renderer/features/write/outline/outline-rows.ts';
import { numberChapters } from '../../../../../src/shared/domain/outline.ts';
import { body, chapter, paragraph } from '../fixtures.ts';

const length = (document: ReturnType<typeof body>) =>
  document.content
    .flatMap(({ content }) => content ?? [])
    .reduce((sum, node) => sum + (node.type === 'text' ? node.text.length : 0), 0);

describe('outlineRows', () => {
  const numbered = numberChapters([
    chapter('a', { position: 0 }),
    chapter('a1', { parentId: 'a', position: 0, body: body(paragraph(['十个字的段落在这里。'])) }),
    chapter('a2', { parentId: 'a', position: 1, body: body(paragraph(['去年的。'], 2023)), done: true }),
    chapter('b', { position: 1, body: body(paragraph(['旧']), paragraph(['去年'], 2023)) }),
  ]);

  it('counts below each chapter, and the whole once', () => {
    const { rows, characters } = outlineRows(numbered, new Map(), length);
    expect(rows.map(({ id, marker, characters: own, mark }) => [id, marker, own, mark])).toEqual([
      ['a', '一、', 14, 'edited'],
      ['a1', '（一）', 10, 'edited'],
      ['a2', '（二）', 4, 'done'],
      ['b', '二、', 3, 'edited'],
    ]);
    expect(characters).toBe(17);
  });

  it('labels attachments, shows what stands below them there, and leaves them out of the length of the report', () => {
    const rows = outlineRows(
      numberChapters([
        chapter('a', { position: 0, body: body(paragraph(['五个字在此'])) }),
        chapter('list', { kind: 'attachment', position: 1, body: body(paragraph(['名单'])) }),
        chapter('l1', { parentId: 'list', position: 0, body: body(paragraph(['三个字'])) }),
      ]),
      new Map(),
      length,
    );
    expect(rows.rows.map(({ marker, level, characters }) => [marker, level, characters])).toEqual([
      ['一、', 1, 5],
      ['附件', 1, 5],
      ['一、', 2, 3],
    ]);
    expect(rows.characters).toBe(5);
  });

  it('takes the text as it stands now', () => {
    const now = new Map([['b', body(paragraph([]))]]);
    expect(outlineRows(numbered, now, length).rows.at(-1)).toMatchObject({ mark: 'empty', characters: 0 });
  });
});

describe('cleanHeading', () => {
  it.each([
    ['  主要举措和成效  ', '主要举措和成效'],
    ['一、主要举措和成效', '主要举措和成效'],
    ['（二）化解矛盾纠纷。', '化解矛盾纠纷'],
    ['1. 建强队伍', '建强队伍'],
    ['（3）规范流程：', '规范流程'],
    ['2024年工作安排', '2024年工作安排'],
    ['3.5万亩良田', '3.5万亩良田'],
    ['一是一二是二', '一是一二是二'],
    ['两\r\n行', '两 行'],
    ['一、', ''],
  ])('%j', (typed, heading) => {
    expect(cleanHeading(typed)).toBe(heading);
  });
});
