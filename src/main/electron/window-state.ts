/** Where the window stood last time, kept as JSON beside the program's own user data. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const pixel = z.number().int().min(-100_000).max(100_000);
const extent = z.number().int().min(400).max(20_000);

export const windowStateSchema = z.object({
  /** Left upper corner in screen coordinates; absent: the system chooses. */
  x: pixel.optional(),
  y: pixel.optional(),
  width: extent,
  height: extent,
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Fits the common small office screen, 1366 × 768, with a task bar. */
export const firstWindowState: WindowState = { width: 1280, height: 720, maximized: false };

/** Enough of the title bar to take hold of. */
const visibleWidth = 120;
const visibleHeight = 40;

/** The state to open with: a place that no display shows any more (a screen was unplugged) is forgotten. */
export function visibleWindowState(state: WindowState, workAreas: readonly Rectangle[]): WindowState {
  const { x, y, width, height, maximized } = state;
  if (x === undefined || y === undefined) {
    return state;
  }
  const visible = workAreas.some((area) => {
    const shownWidth = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    return shownWidth >= visibleWidth && y >= area.y && y + visibleHeight <= area.y + area.height;
  });
  return visible ? state : { width, height, maximized };
}

/** The kept state, or the first one where none is kept or it is not understood. */
export function readWindowState(path: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return firstWindowState;
  }
}

/** Keeps the state; where it cannot be written the next start simply begins afresh. */
export function writeWindowState(path: string, state: WindowState): void {
  try {
    const temporary = `${path}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(windowStateSchema.parse(state)));
    renameSync(temporary, path);
  } catch {
    // The place of a window is not worth a message.
  }
}
