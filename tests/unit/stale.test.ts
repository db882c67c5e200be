/** Nothing countable of last year stands in the new report unmarked: the goal of the roll forward, on our own reports. */
import { describe, expect, it } from 'vitest';
import { parseReportFile } from '../../src/main/core/import/import-file.ts';
import { ownSet } from '../accuracy/labels.ts';
import { staleTally } from '../accuracy/stale.ts';

describe.each(['held-out', 'known', 'unseen'])('our own reports, %s, rolled forward', (set) => {
  it.each(ownSet(set).reports.map(({ name, text }) => [name, text]))('%s', (name, text) => {
    const outcome = parseReportFile(name, new TextEncoder().encode(text));
    if (!outcome.ok) throw new Error(outcome.error.code);
    const { unmarked, facts } = staleTally(outcome.value);
    expect(facts).toBeGreaterThan(20);
    expect(unmarked).toEqual([]);
  });
});
