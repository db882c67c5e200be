import { fontsOfFormat } from '../../../shared/domain/font-report.ts';
import { nationalStandardProfile } from '../../../shared/domain/format-profile.ts';
import type { QueryHandlers } from './kinds.ts';
import { requireReport } from './reports.ts';

export const fontQueries = {
  'font.report': async (context, { reportId }) => {
    requireReport(context, reportId);
    return { roles: fontsOfFormat(nationalStandardProfile, await context.installedFonts.families()) };
  },
} satisfies Partial<QueryHandlers>;
