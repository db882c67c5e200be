/** What a person can do with a chapter in the outline. */
import { reportSession } from '../../../app/report-session.ts';
import {
  keyTarget,
  type MoveDirection,
  type MoveTarget,
  placeAttachment,
  placeBehind,
  placeBelow,
} from './move-target.ts';

export function moveByKey(id: string, direction: MoveDirection): void {
  const { numbered, moveChapter } = reportSession.getState();
  const target = keyTarget(numbered, id, direction);
  if (target) void moveChapter(id, target);
}

export function canMove(id: string, direction: MoveDirection): boolean {
  return keyTarget(reportSession.getState().numbered, id, direction) !== null;
}

/** Adds an empty chapter; resolves with its id, or with null where it was refused. */
async function add(
  target: MoveTarget,
  heading: string,
  kind: 'section' | 'attachment' = 'section',
): Promise<string | null> {
  const outcome = await reportSession.getState().addChapter({ ...target, kind, heading });
  return outcome.ok ? outcome.value : null;
}

export function addBehind(id: string | null, heading: string): Promise<string | null> {
  return add(placeBehind(reportSession.getState().numbered, id), heading);
}

export async function addBelow(id: string, heading: string): Promise<string | null> {
  const target = placeBelow(reportSession.getState().numbered, id);
  return target ? add(target, heading) : null;
}

export function addAttachment(heading: string): Promise<string | null> {
  return add(placeAttachment(reportSession.getState().numbered), heading, 'attachment');
}

export function canAddBelow(id: string): boolean {
  return placeBelow(reportSession.getState().numbered, id) !== null;
}
