/** Tags of the content controls by which a written document says which number stands where. Pure. */
import { fingerprint } from '../checks/fingerprint.ts';

/** Word refuses a file with a longer tag. */
const longestTag = 64;
/** What is left of it for the indicator, beside the id of a figure and a year. */
const longestIndicator = 17;

export type ControlTag =
  | { kind: 'number'; bindingId: string }
  | { kind: 'cell'; figureId: string /** As `tagIndicator` names it. */; indicatorId: string; year: number };

/** Around a bound number of the text. */
export function numberTag(bindingId: string): string {
  return bounded(`number:${bindingId}`);
}

/** An indicator as the tag of a cell names it: by its id, or where that is too long by a sum of it. */
export function tagIndicator(indicatorId: string): string {
  if (indicatorId.length <= longestIndicator) return indicatorId;
  return `#${fingerprint(indicatorId).slice(0, longestIndicator - 1)}`;
}

/** Around a number in a cell of a table. */
export function cellTag(figureId: string, indicatorId: string, year: number): string {
  return bounded(`cell:${figureId}:${tagIndicator(indicatorId)}:${year}`);
}

/** No id of our own making is as long; one that is gets a tag that can be told from others but not read. */
function bounded(tag: string): string {
  return tag.length <= longestTag ? tag : `${tag.slice(0, tag.indexOf(':'))}#${fingerprint(tag)}`;
}

/**
 * The hidden bookmark round the same number. LibreOffice before 7.5 drops the tags of controls when it saves, but keeps
 * bookmarks.
 */
export function numberBookmark(tag: string): string {
  return `_xb${fingerprint(tag)}`;
}

/** Whether a content control is one round a number, also where its tag was too long to say which. */
export function isNumberControl(tag: string): boolean {
  return /^(?:number|cell)[:#]/u.test(tag);
}

export function isNumberBookmark(name: string): boolean {
  return name.startsWith('_xb');
}

/** What a tag says, or null for a control that another program or person has made. */
export function readControlTag(tag: string): ControlTag | null {
  const [, bindingId] = /^number:(.{1,64})$/u.exec(tag) ?? [];
  if (bindingId !== undefined) return { kind: 'number', bindingId };
  // Indicators' ids may hold a colon, the ids of figures and years do not.
  const [, figureId, indicatorId, year] = /^cell:([^:]{1,64}):(.{1,80}):(\d{4})$/u.exec(tag) ?? [];
  if (figureId === undefined || indicatorId === undefined) return null;
  return { kind: 'cell', figureId, indicatorId, year: Number(year) };
}
