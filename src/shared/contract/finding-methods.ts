/** 校核: what the checks find in a report, and what a person has set aside. */
import { z } from 'zod';
import { dismissalSchema, findingSchema } from '../domain/checks/finding.ts';
import { templateSchema } from '../domain/template.ts';
import { method, savedAt } from './method.ts';

const ofReport = z.object({ reportId: z.string().min(1) });
const ofFinding = ofReport.extend({ findingId: z.string().min(1).max(200) });
const dismissals = z.object({ dismissals: z.array(dismissalSchema) });

export const findingMethods = {
  /** All findings as they stand now; those set aside apart, with the reason. */
  'finding.list': method(
    'query',
    ofReport,
    z.object({
      open: z.array(findingSchema),
      dismissed: z.array(
        z.object({ finding: findingSchema, reason: z.string(), dismissedAt: z.iso.datetime() }),
      ),
    }),
  ),
  /** What the checks need beside the report and its numbers, for a page that checks while somebody writes. */
  'finding.basis': method(
    'query',
    ofReport,
    dismissals.extend({
      template: templateSchema,
      remembered: z.array(
        z.object({ words: z.string(), unit: z.string(), indicatorId: z.string().nullable() }),
      ),
    }),
  ),
  /** Sets a finding aside; the reason must say something. Once its words change the finding comes back by itself. */
  'finding.dismiss': method(
    'command',
    ofFinding.extend({ reason: z.string().max(200) }),
    savedAt.extend(dismissals.shape),
  ),
  /** Takes a dismissal back; nothing happens where there is none. */
  'finding.restore': method('command', ofFinding, savedAt.extend(dismissals.shape)),
} as const;
