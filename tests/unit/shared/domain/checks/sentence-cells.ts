/** Numbers of the table that the sentences are held against: this year's, then last year's. */
import type { Cells } from './checked.ts';

export const disputes: Cells = { 'disputes.screened': ['50', '57'], 'disputes.resolved': ['48', '55'] };
export const visits: Cells = { 'legalService.adviserVisits': ['336', '312'] };
export const same: Cells = { 'enforcement.patrols': ['312', '312'] };
export const rate: Cells = {
  'training.examPassed': ['78', '76'],
  'training.examParticipants': ['80', '80'],
};
