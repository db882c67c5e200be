import { fontsOfFormat } from '../../../shared/domain/font-report.ts';
import { formatOf } from './format-profiles.ts';
import type { QueryHandlers } from './kinds.ts';
import { requireReport } from './reports.ts';

export const fontQueries = {
  'font.report': async (context, { reportId }) => {
    const format = formatOf(context, requireReport(context, reportId));
    return { roles: fontsOfFormat(format, await context.installedFonts.families()) };
  },
} satisfies Partial<QueryHandlers>;
