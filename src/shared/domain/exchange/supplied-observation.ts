/** The cell of the table that a returned number makes. */
import type { Entry, Observation } from '../model.ts';

const longest = { source: 120, evidence: 200 };

/** The cell as it will be; the remark stands for the evidence where the office gave one. */
export function observationOfSupply(
  item: { indicatorId: string; year: number; entry: Entry },
  before: Observation,
  supply: { source: string; remark: string },
): Observation {
  return {
    indicatorId: item.indicatorId,
    year: item.year,
    entry: item.entry,
    state: 'confirmed',
    source: shortened(supply.source, longest.source),
    note: before.note,
    evidence: supply.remark === '' ? before.evidence : shortened(supply.remark, longest.evidence),
  };
}

/** No longer than the model allows, and never half a character. */
function shortened(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '');
}
