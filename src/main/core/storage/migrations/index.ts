/** Migrations only append; their versions leave gaps, so that two branches of work do not collide. */
import { initial } from './0010-initial.ts';
import { rollForward } from './0020-roll-forward.ts';
import { attachments } from './0030-attachments.ts';
import { rememberedHeadings } from './0040-remembered-headings.ts';
import { indicators } from './0050-indicators.ts';
import { removedIndicators } from './0055-removed-indicators.ts';
import { exchange } from './0060-exchange.ts';
import { dismissedFindings } from './0070-dismissed-findings.ts';
import { officialDocument } from './0080-official-document.ts';
import { returned } from './0085-returned.ts';
import { rowDigests } from './0090-row-digests.ts';
import { reportStates } from './0100-report-states.ts';
import { homeIndexes } from './0120-home-indexes.ts';

export interface Migration {
  /** Grows from one to the next; kept in the file as `user_version`. */
  readonly version: number;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  initial,
  rollForward,
  attachments,
  rememberedHeadings,
  indicators,
  removedIndicators,
  exchange,
  dismissedFindings,
  officialDocument,
  returned,
  rowDigests,
  reportStates,
  homeIndexes,
];
