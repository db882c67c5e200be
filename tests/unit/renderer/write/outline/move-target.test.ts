import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dropPlaces,
  dropTarget,
  keyTarget,
  type MoveTarget,
  placeAttachment,
  placeBehind,
  placeBelow,
} from '../../../../../src/renderer/features/write/outline/move-target.ts';
import type { Chapter } from '../../../../../src/shared/domain/model.ts';
import { deepestLevel, numberChapters } from '../../../../../src/shared/domain/outline.ts';
import { chapter } from '../fixtures.ts';

/** 导语, 一（一·1·（1），二）, 二, 结语. */
const chapters = [
  chapter('preamble', { kind: 'preamble', position: 0 }),
  chapter('one', { position: 1 }),
  chapter('one-one', { parentId: 'one', position: 0 }),
  chapter('deep', { parentId: 'one-one', position: 0 }),
  chapter('deepest', { parentId: 'deep', position: 0 }),
  chapter('one-two', { parentId: 'one', position: 1 }),
  chapter('two', { position: 2 }),
  chapter('closing', { kind: 'closing', position: 3 }),
];
const outline = numberChapters(chapters);

/** The outline as the core arranges it: the position counts the new siblings without the moved chapter. */
function moved(list: readonly Chapter[], id: string, target: MoveTarget): Chapter[] {
  const order = numberChapters(list).flatMap(({ chapter: one }) =>
    one.parentId === target.parentId && one.id !== id ? [one.id] : [],
  );
  order.splice(target.position, 0, id);
  return list.map((one) => ({
    ...one,
    parentId: one.id === id ? target.parentId : one.parentId,
    position: order.includes(one.id) ? order.indexOf(one.id) : one.position,
  }));
}

describe('dropTarget', () => {
  it.each([
    ['two', 'one', 'before', { parentId: null, position: 1 }],
    ['two', 'one', 'inside', { parentId: 'one', position: 2 }],
    ['one-two', 'one-one', 'before', { parentId: 'one', position: 0 }],
    ['one-one', 'two', 'after', { parentId: null, position: 3 }],
    ['one', 'two', 'after', { parentId: null, position: 2 }],
    ['two', 'one-one', 'after', { parentId: 'one', position: 1 }],
  ] as const)('%s on %s, %s', (id, over, place, target) => {
    expect(dropTarget(outline, id, over, place)).toEqual(target);
  });

  it.each([
    ['itself', 'one', 'one', 'inside'],
    ['what is below it', 'one', 'deep', 'after'],
    ['where it stands already', 'two', 'one', 'after'],
    ['a heading that would be the fifth level', 'one-two', 'deepest', 'inside'],
    ['a family that would reach the fifth level', 'one', 'two', 'inside'],
    ['in front of the preamble', 'two', 'preamble', 'before'],
    ['behind the closing', 'one', 'closing', 'after'],
    ['into the preamble', 'one-two', 'preamble', 'inside'],
    ['the preamble itself', 'preamble', 'two', 'after'],
    ['an unknown chapter', 'gone', 'two', 'after'],
    ['on an unknown chapter', 'two', 'gone', 'after'],
  ] as const)('not %s', (_name, id, over, place) => {
    expect(dropTarget(outline, id, over, place)).toBeNull();
  });

  it('puts a chapter exactly where it was dropped, and keeps first and last what must be', () => {
    const ids = fc.constantFrom(...chapters.map(({ id }) => id));
    fc.assert(
      fc.property(ids, ids, fc.constantFrom(...dropPlaces), (id, over, place) => {
        const target = dropTarget(outline, id, over, place);
        if (!target) return;
        const result = numberChapters(moved(chapters, id, target));
        expect(result).toHaveLength(chapters.length);
        expect(Math.max(...result.map(({ level }) => level))).toBeLessThanOrEqual(deepestLevel);
        expect(result.at(0)?.chapter.id).toBe('preamble');
        expect(result.at(-1)?.chapter.id).toBe('closing');
        const siblings = result.filter(({ chapter: one }) => one.parentId === target.parentId);
        const at = (which: string) => siblings.findIndex(({ chapter: one }) => one.id === which);
        if (place === 'before') expect(at(id)).toBe(at(over) - 1);
        if (place === 'after') expect(at(id)).toBe(at(over) + 1);
        if (place === 'inside') expect(at(id)).toBe(siblings.length - 1);
      }),
    );
  });
});

describe('keyTarget', () => {
  it.each([
    ['two', 'up', { parentId: null, position: 1 }],
    ['one', 'down', { parentId: null, position: 2 }],
    ['two', 'deeper', { parentId: 'one', position: 2 }],
    ['one-two', 'deeper', { parentId: 'one-one', position: 1 }],
    ['one-two', 'higher', { parentId: null, position: 2 }],
    ['deep', 'higher', { parentId: 'one', position: 1 }],
  ] as const)('%s %s', (id, direction, target) => {
    expect(keyTarget(outline, id, direction)).toEqual(target);
  });

  it.each([
    ['one', 'up'],
    ['two', 'down'],
    ['one', 'deeper'],
    ['one', 'higher'],
    ['one-one', 'up'],
    ['one-two', 'down'],
    ['preamble', 'down'],
    ['closing', 'up'],
    ['gone', 'up'],
  ] as const)('%s cannot go %s', (id, direction) => {
    expect(keyTarget(outline, id, direction)).toBeNull();
  });
});

describe('a new chapter', () => {
  it.each([
    ['one', { parentId: null, position: 2 }],
    ['one-one', { parentId: 'one', position: 1 }],
    ['preamble', { parentId: null, position: 1 }],
    ['closing', { parentId: null, position: 3 }],
    [null, { parentId: null, position: 3 }],
    ['gone', { parentId: null, position: 3 }],
  ] as const)('goes behind %s', (id, target) => {
    expect(placeBehind(outline, id)).toEqual(target);
  });

  it('goes to the start of an empty outline', () => {
    expect(placeBehind([], null)).toEqual({ parentId: null, position: 0 });
  });

  it('goes below a section that is not too deep', () => {
    expect(placeBelow(outline, 'one')).toEqual({ parentId: 'one', position: 2 });
    expect(placeBelow(outline, 'deepest')).toBeNull();
    expect(placeBelow(outline, 'preamble')).toBeNull();
  });
});

describe('with attachments', () => {
  const withAttachments = numberChapters([
    ...chapters,
    chapter('list', { kind: 'attachment', position: 4 }),
    chapter('list-one', { parentId: 'list', position: 0 }),
    chapter('list-deep', { parentId: 'list-one', position: 0 }),
    chapter('sums', { kind: 'attachment', position: 5 }),
  ]);

  it.each([
    ['a section behind an attachment', 'two', 'sums', 'after'],
    ['a section between attachments', 'two', 'sums', 'before'],
    ['a section in front of the first attachment, behind the closing', 'two', 'list', 'before'],
    ['an attachment among the sections', 'sums', 'two', 'before'],
    ['an attachment in front of the closing', 'sums', 'closing', 'before'],
    ['an attachment into a section', 'list', 'two', 'inside'],
    ['an attachment into another', 'list', 'sums', 'inside'],
  ] as const)('refuses %s', (_what, id, over, place) => {
    expect(dropTarget(withAttachments, id, over, place)).toBeNull();
  });

  it('changes their order, and takes sections into them and out again', () => {
    expect(dropTarget(withAttachments, 'sums', 'list', 'before')).toEqual({ parentId: null, position: 4 });
    expect(keyTarget(withAttachments, 'list', 'down')).toEqual({ parentId: null, position: 5 });
    expect(keyTarget(withAttachments, 'list', 'up')).toBeNull();
    expect(keyTarget(withAttachments, 'sums', 'deeper')).toBeNull();
    expect(keyTarget(withAttachments, 'list-one', 'higher')).toBeNull();
    expect(dropTarget(withAttachments, 'two', 'list', 'inside')).toEqual({ parentId: 'list', position: 1 });
    expect(dropTarget(withAttachments, 'list-one', 'two', 'after')).toEqual({ parentId: null, position: 3 });
    expect(dropTarget(withAttachments, 'list', 'list-deep', 'inside')).toBeNull();
  });

  it('counts the levels below an attachment afresh', () => {
    // Four levels of its own fit below an attachment, though they would not below a section.
    expect(dropTarget(withAttachments, 'one', 'list', 'inside')).toEqual({ parentId: 'list', position: 1 });
    expect(placeBelow(withAttachments, 'sums')).toEqual({ parentId: 'sums', position: 0 });
  });

  it('adds sections in front of them and attachments behind all', () => {
    expect(placeBehind(withAttachments, 'sums')).toEqual({ parentId: null, position: 3 });
    expect(placeBehind(withAttachments, null)).toEqual({ parentId: null, position: 3 });
    expect(placeAttachment(withAttachments)).toEqual({ parentId: null, position: 6 });
  });
});
