/** Tags of the content controls by which a written document says which number stands where. Pure. */

export type ControlTag =
  | { kind: 'number'; bindingId: string }
  | { kind: 'cell'; figureId: string; indicatorId: string; year: number };

/** Around a bound number of the text. */
export function numberTag(bindingId: string): string {
  return `number:${bindingId}`;
}

/** Around a number in a cell of a table. */
export function cellTag(figureId: string, indicatorId: string, year: number): string {
  return `cell:${figureId}:${indicatorId}:${year}`;
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
