import type { ReportPatch } from './session-state.ts';

/**
 * Changes of a report's data in the order they must reach the core: those between two changes of state become one,
 * a change of state stays alone, because a final report takes no other change with it.
 */
export function withReportPatches(
  older: readonly ReportPatch[],
  newer: readonly ReportPatch[],
): ReportPatch[] {
  const patches: ReportPatch[] = [];
  for (const patch of [...older, ...newer]) {
    const last = patches.at(-1);
    if (last && last.state === undefined && patch.state === undefined) {
      patches[patches.length - 1] = { ...last, ...patch };
    } else patches.push(patch);
  }
  return patches;
}
