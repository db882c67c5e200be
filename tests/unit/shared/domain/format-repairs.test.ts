import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblems } from '../../../../src/shared/domain/format-problems.ts';
import { nationalStandardProfile } from '../../../../src/shared/domain/format-profile.ts';
import {
  type FormatProfile,
  formatProfileSchema,
} from '../../../../src/shared/domain/format-profile-schema.ts';
import { repairsFor } from '../../../../src/shared/domain/format-repairs.ts';

const standard = nationalStandardProfile;

function offered(format: FormatProfile) {
  return formatProblems(format).map((problem) => ({
    code: problem.code,
    repairs: repairsFor(format, problem).map(({ repair }) => repair),
  }));
}

describe('repairsFor', () => {
  it('offers 21 lines, or the pitch that 22 lines have, where 22 lines of 30 pt do not fit', () => {
    const torn = { ...standard, grid: { ...standard.grid, linePitch: 600 } };
    expect(offered(torn)).toEqual([{ code: 'linesDoNotFit', repairs: ['lines', 'linePitch'] }]);
    const [problem] = formatProblems(torn);
    const grids = problem === undefined ? [] : repairsFor(torn, problem).map(({ format }) => format.grid);
    expect(grids.map(({ lines, linePitch }) => [lines, linePitch])).toEqual([
      [21, 600],
      [22, 579],
    ]);
  });

  it('leaves no problem without a way out, within the settings of an office', () => {
    const length = (most: number) => fc.integer({ min: 283, max: most });
    fc.assert(
      fc.property(
        fc.record({
          top: length(3500),
          bottom: length(3500),
          left: length(2500),
          right: length(2500),
          lines: fc.integer({ min: 5, max: 60 }),
          characters: fc.integer({ min: 5, max: 60 }),
          linePitch: fc.integer({ min: 300, max: 900 }),
          body: fc.integer({ min: 18, max: 52 }),
          title: fc.integer({ min: 24, max: 140 }),
          footer: fc.integer({ min: 0, max: 3000 }),
          header: fc.integer({ min: 0, max: 3000 }),
        }),
        ({ lines, characters, linePitch, body, title, footer, header, ...margins }) => {
          let format: FormatProfile = {
            ...standard,
            page: { ...standard.page, ...margins },
            grid: { lines, characters, linePitch },
            sizes: { ...standard.sizes, body, title },
            footerDistance: footer,
            headerDistance: header,
          };
          for (let round = 0; round < 12; round += 1) {
            const [problem] = formatProblems(format);
            if (problem === undefined) break;
            const [repair] = repairsFor(format, problem);
            expect({ problem, repair: repair?.repair }).not.toMatchObject({ repair: undefined });
            format = repair?.format ?? format;
          }
          expect(formatProblems(format)).toEqual([]);
          expect(formatProfileSchema.safeParse(format).success).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
