/** Ports of the core that most tests have no use for: no engine for a .pdf, no fonts. */
import { noPdfEngine } from '../../src/main/core/export/pdf/no-pdf-engine.ts';
import type { AppDependencies } from '../../src/main/core/ports.ts';

export const idlePorts: Pick<AppDependencies, 'pdf' | 'installedFonts' | 'shippedFonts'> = {
  pdf: noPdfEngine,
  installedFonts: { families: async () => new Set<string>() },
  shippedFonts: { faces: async () => '' },
};
