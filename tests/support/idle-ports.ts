/** Ports of the core that most tests have no use for: no engine for a .pdf, no fonts, no drives. */
import { noPdfEngine } from '../../src/main/core/export/pdf/no-pdf-engine.ts';
import type { AppDependencies } from '../../src/main/core/ports.ts';
import { noDrives } from '../../src/main/core/submission/no-drives.ts';

export const idlePorts: Pick<
  AppDependencies,
  'pdf' | 'installedFonts' | 'shippedFonts' | 'drives' | 'programVersion'
> = {
  pdf: noPdfEngine,
  drives: noDrives,
  programVersion: '0.0.0',
  installedFonts: { families: async () => new Set<string>() },
  shippedFonts: { faces: async () => '' },
};
