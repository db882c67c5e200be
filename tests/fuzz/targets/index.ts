import type { FuzzTarget } from '../target.ts';
import { archiveTarget } from './archives.ts';
import { clipboardTarget } from './clipboard.ts';
import { commandLineTarget } from './command-line.ts';
import { doorTarget } from './door.ts';
import { formulaTarget } from './formulas.ts';
import { importTargets } from './import-files.ts';
import { returnedTarget } from './returned.ts';
import { sampleTarget } from './samples.ts';
import { submissionArchiveTarget, submissionFolderTarget, submissionStickTarget } from './submissions.ts';
import { driveTarget, fontTarget } from './system.ts';
import { templateTarget } from './templates.ts';
import { workbookTarget } from './workbooks.ts';
import { workspaceTarget } from './workspaces.ts';

/** Every parser of the program that reads what it has not written itself. */
export const targets: readonly FuzzTarget[] = [
  ...importTargets,
  archiveTarget,
  templateTarget,
  workbookTarget,
  submissionFolderTarget,
  submissionArchiveTarget,
  submissionStickTarget,
  returnedTarget,
  sampleTarget,
  formulaTarget,
  clipboardTarget,
  fontTarget,
  driveTarget,
  workspaceTarget,
  commandLineTarget,
  doorTarget,
];
