/**
 * Where a chapter may go: by dragging it onto another one, or by key. The opening text stays first, the closing text behind
 * the sections and the attachments behind all others; opening and closing hold no chapters, an attachment stands in none,
 * and no heading gets deeper than four levels. Pure.
 */
import { deepestLevel, hasHeading, type NumberedChapter } from '../../../../shared/domain/outline.ts';

export interface MoveTarget {
  parentId: string | null;
  /** Index among the new siblings, the moved chapter not counted. */
  position: number;
}

export const dropPlaces = ['before', 'inside', 'after'] as const;
export type DropPlace = (typeof dropPlaces)[number];
export type MoveDirection = 'up' | 'down' | 'deeper' | 'higher';

type Outline = readonly NumberedChapter[];

function find(outline: Outline, id: string): NumberedChapter | undefined {
  return outline.find(({ chapter }) => chapter.id === id);
}

/** The chapter and everything below it. */
function subtree(outline: Outline, id: string): NumberedChapter[] {
  const family = new Set([id]);
  return outline.filter(({ chapter }) => {
    if (chapter.parentId !== null && family.has(chapter.parentId)) family.add(chapter.id);
    return family.has(chapter.id);
  });
}

function siblings(outline: Outline, parentId: string | null, except: string): NumberedChapter[] {
  return outline.filter(({ chapter }) => chapter.parentId === parentId && chapter.id !== except);
}

/** What the numbering below a chapter goes on from: an attachment begins it afresh. */
function levelBelow(parent: NumberedChapter | null): number {
  return parent === null || parent.chapter.kind === 'attachment' ? 0 : parent.level;
}

/** The target as it was asked for, or null where a chapter must not stand. */
function allowed(outline: Outline, movedId: string, target: MoveTarget): MoveTarget | null {
  const moved = find(outline, movedId);
  if (moved === undefined || !hasHeading(moved.chapter.kind)) return null;
  const isAttachment = moved.chapter.kind === 'attachment';
  if (isAttachment && target.parentId !== null) return null;
  const family = subtree(outline, movedId);
  if (family.some(({ chapter }) => chapter.id === target.parentId)) return null;
  const parent = target.parentId === null ? null : find(outline, target.parentId);
  if (parent === undefined || (parent !== null && !hasHeading(parent.chapter.kind))) return null;
  const height = Math.max(...family.map(({ level }) => level)) - moved.level;
  if (levelBelow(parent) + 1 + height > deepestLevel) return null;
  const around = siblings(outline, target.parentId, movedId);
  const before = around[target.position - 1]?.chapter.kind;
  const behind = around[target.position]?.chapter.kind;
  if (isAttachment) return behind === undefined || behind === 'attachment' ? target : null;
  return behind === 'preamble' || before === 'closing' || before === 'attachment' ? null : target;
}

/** Where a chapter dropped on another one goes; null where it must not, or would stay where it is. */
export function dropTarget(
  outline: Outline,
  movedId: string,
  overId: string,
  place: DropPlace,
): MoveTarget | null {
  const over = find(outline, overId);
  const moved = find(outline, movedId);
  if (!over || !moved || overId === movedId) return null;
  if (place === 'inside') {
    return allowed(outline, movedId, {
      parentId: overId,
      position: siblings(outline, overId, movedId).length,
    });
  }
  const { parentId } = over.chapter;
  const index = siblings(outline, parentId, movedId).findIndex(({ chapter }) => chapter.id === overId);
  const position = place === 'before' ? index : index + 1;
  const own = outline.filter(({ chapter }) => chapter.parentId === moved.chapter.parentId);
  const stays = parentId === moved.chapter.parentId && own.indexOf(moved) === position;
  return stays ? null : allowed(outline, movedId, { parentId, position });
}

/** Where a chapter goes by key: among its siblings, under the one in front of it, or out behind its parent. */
export function keyTarget(outline: Outline, id: string, direction: MoveDirection): MoveTarget | null {
  const moved = find(outline, id);
  if (!moved) return null;
  const { parentId } = moved.chapter;
  const family = outline.filter(({ chapter }) => chapter.parentId === parentId);
  const index = family.indexOf(moved);
  const inFront = family[index - 1];
  switch (direction) {
    case 'up':
      return index === 0 ? null : allowed(outline, id, { parentId, position: index - 1 });
    case 'down':
      return index === family.length - 1 ? null : allowed(outline, id, { parentId, position: index + 1 });
    case 'deeper':
      return inFront ? dropTarget(outline, id, inFront.chapter.id, 'inside') : null;
    case 'higher':
      return parentId === null ? null : dropTarget(outline, id, parentId, 'after');
  }
}

/** Where a new section goes that is added behind `id` (at the end of the outline's sections for null). */
export function placeBehind(outline: Outline, id: string | null): MoveTarget {
  const anchor = id === null ? undefined : find(outline, id);
  const roots = outline.filter(({ chapter }) => chapter.parentId === null);
  if (!anchor || isAtEnd(anchor)) {
    const end = roots.findIndex(isAtEnd);
    return { parentId: null, position: end === -1 ? roots.length : end };
  }
  const { parentId } = anchor.chapter;
  const family = outline.filter(({ chapter }) => chapter.parentId === parentId);
  return { parentId, position: family.indexOf(anchor) + 1 };
}

function isAtEnd({ chapter }: NumberedChapter): boolean {
  return chapter.kind === 'closing' || chapter.kind === 'attachment';
}

/** Where a new attachment goes: behind all others. */
export function placeAttachment(outline: Outline): MoveTarget {
  return { parentId: null, position: siblings(outline, null, '').length };
}

/** Where a new chapter goes that is added below `id`; null where none may. */
export function placeBelow(outline: Outline, id: string): MoveTarget | null {
  const parent = find(outline, id);
  if (parent === undefined || !hasHeading(parent.chapter.kind)) return null;
  if (levelBelow(parent) >= deepestLevel) return null;
  return {
    parentId: id,
    position: outline.filter(({ chapter }) => chapter.parentId === id).length,
  };
}
