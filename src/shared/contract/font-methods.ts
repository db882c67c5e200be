/** The fonts of this computer, told before something is printed or goes out. */
import { z } from 'zod';
import { roleFontSchema } from '../domain/font-report.ts';
import { method } from './method.ts';

export const fontMethods = {
  /** The fonts of the report's format, role by role. Failures: report.notFound. */
  'font.report': method(
    'query',
    z.object({ reportId: z.string().min(1) }),
    z.object({ roles: z.array(roleFontSchema) }),
  ),
} as const;
