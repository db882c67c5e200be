/** What a handler is given: the database for its kind of method, and the ports. */
import type { Template } from '../../shared/domain/template.ts';
import type { SuppliedFiles } from './exchange/supplied-files.ts';
import type { PageComposer } from './export/pages/compose-document.ts';
import type { SampleFiles } from './format/sample-files.ts';
import type { ImportedFiles } from './import/imported-files.ts';
import type { AppDependencies } from './ports.ts';
import type { ReturnedFiles } from './returned/returned-files.ts';
import type { Backups } from './storage/backups/backups.ts';
import type { ReadableDatabase, WritableDatabase } from './storage/database.ts';
import type { BackgroundInspection } from './storage/integrity/background-inspection.ts';
import type { RecoveryJournal } from './storage/journal/recovery-journal.ts';
import type { DriveGrants } from './submission/drive-grants.ts';
import type { SubmissionJobs } from './submission/submission-jobs.ts';

interface CommonContext extends AppDependencies {
  workspaceFolder: string;
  workspacePath: string;
  templates: TemplateLibrary;
  importedFiles: ImportedFiles;
  suppliedFiles: SuppliedFiles;
  backups: Backups;
  journal: RecoveryJournal;
  inspection: BackgroundInspection;
  returnedFiles: ReturnedFiles;
  submissionJobs: SubmissionJobs;
  driveGrants: DriveGrants;
  sampleFiles: SampleFiles;
  pageComposer: PageComposer;
}

export interface ReadContext extends CommonContext {
  database: ReadableDatabase;
}

export interface WriteContext extends CommonContext {
  database: WritableDatabase;
  /** The instant of this command, ISO; the same for all it writes. */
  now: string;
}

/** The shipped templates, read and checked when first asked for. */
export interface TemplateLibrary {
  list(): Template[];
  /** Throws ExpectedFailure template.notFound. */
  require(key: string): Template;
}
