/** The core: one workspace, one `call`. Every door hands it a method name and an input it has not looked at. */
import { contract, isMethodName, type MethodName, type ParsedInput } from '../../shared/contract.ts';
import { done, ExpectedFailure, failed, type Outcome } from '../../shared/errors.ts';
import { createActivityNotes } from './activity/note-activity.ts';
import type { ReadContext } from './context.ts';
import { createSuppliedFiles } from './exchange/supplied-files.ts';
import { createWorkbookJobs } from './exchange/workbook-jobs.ts';
import { createPageComposer } from './export/pages/compose-document.ts';
import { createSampleFiles } from './format/sample-files.ts';
import { createGate } from './gate.ts';
import { commandHandlers, exclusiveHandlers, preparations, queryHandlers } from './handlers/index.ts';
import { createImportedFiles } from './import/imported-files.ts';
import { createParseJobs } from './import/parse-job.ts';
import type { AppDependencies } from './ports.ts';
import { createReturnedFiles } from './returned/returned-files.ts';
import { createBackups } from './storage/backups/backups.ts';
import type { MadeBackup } from './storage/backups/make-backup.ts';
import { nodeStorageFiles, type StorageFiles } from './storage/backups/storage-files.ts';
import { createRecoveryJournal } from './storage/journal/recovery-journal.ts';
import { migrations } from './storage/migrations/index.ts';
import type { Workspace } from './storage/open.ts';
import { openSteadyWorkspace } from './storage/presence/steady-workspace.ts';
import { failureOfSqliteError, isDiskError } from './storage/sqlite-failure.ts';
import { createDriveGrants } from './submission/drive-grants.ts';
import { createSubmissionJobs } from './submission/submission-jobs.ts';
import { createTemplateLibrary } from './template-library.ts';

export interface App {
  /**
   * Validates `input` against the contract and runs the method. Expected failures come back as values; a rejected
   * promise is a bug. Methods of kind `host` belong to the door and are unknown here.
   */
  call(method: string, input: unknown): Promise<Outcome<unknown>>;
  /** Makes a backup if one is due; for a door that ends before a timer would. Never rejects. */
  backUpIfDue(): Promise<void>;
  /** Makes a backup before the program itself is updated. Failures: those of makeBackup; workspace.missing. */
  backUpBeforeUpdate(): Promise<Outcome<MadeBackup>>;
  close(): void;
}

/** How often it is looked whether a backup is due. */
const backupLook = 60_000;

/**
 * Opens the workspace in `workspaceFolder`, creating it where there is none, and keeps backups of it as long as it is
 * open. `files` is other than the machine's only in tests of failing disks. Failures: those of openSteadyWorkspace.
 */
export async function createApp(
  dependencies: AppDependencies & { workspaceFolder: string; files?: StorageFiles },
): Promise<Outcome<App>> {
  const { workspaceFolder, files = nodeStorageFiles, ...ports } = dependencies;
  const { holder, clock, log } = ports;
  const opened = await openSteadyWorkspace({ folder: workspaceFolder, holder, clock, files });
  if (!opened.ok) return opened;
  const workspace = opened.value;
  const backups = createBackups({ workspace, clock, log, migrations, files });
  const gate = createGate();
  // Without its file there is nothing to copy, and its folder must not be made anew.
  const backUpIfDue = () =>
    gate.shared(async () => (workspace.isInPlace() ? backups.makeIfDue() : undefined));
  const journal = createRecoveryJournal({
    workspaceFolder,
    workspacePath: workspace.path,
    workspaceId: workspace.id,
    otherFolders: ports.journalFolders,
    clock,
  });
  const context: ReadContext = {
    ...ports,
    workspaceFolder,
    workspacePath: workspace.path,
    templates: createTemplateLibrary(ports.resources, ports.log),
    importedFiles: createImportedFiles(ports.grants, createParseJobs()),
    suppliedFiles: createSuppliedFiles(ports.grants, createWorkbookJobs()),
    backups,
    journal,
    inspection: workspace.inspection,
    returnedFiles: createReturnedFiles(),
    submissionJobs: createSubmissionJobs(),
    driveGrants: createDriveGrants(ports.grants),
    sampleFiles: createSampleFiles(ports.grants),
    pageComposer: createPageComposer(),
    database: workspace.database,
  };
  const notes = createActivityNotes(context);
  notes.opened();
  const stopBackups = ports.timers.repeat(backupLook, () => void backUpIfDue());

  const outcomeOf = async (method: MethodName, input: unknown): Promise<Outcome<unknown>> => {
    try {
      if (needsPlace(method) && !workspace.isInPlace()) {
        const returned = await gate.exclusive(workspace.returnToPlace);
        if (!returned.ok) return returned;
      }
      const work = () => run(method, input, context, workspace);
      return done(await (contract[method].kind === 'exclusive' ? gate.exclusive(work) : gate.shared(work)));
    } catch (error) {
      if (error instanceof ExpectedFailure) return { ok: false, error: error.failure };
      const code = failureOfSqliteError(error);
      if (code === null) throw error;
      if (isDiskError(error)) workspace.doubt();
      ports.log.warn('storage', { method, code });
      return failed(code, {
        path: workspace.path,
        reason: error instanceof Error ? error.message : '',
      });
    }
  };

  return done({
    async call(method, input) {
      if (!isMethodName(method) || contract[method].kind === 'host') {
        return failed('method.unknown', { name: method.slice(0, 80) });
      }
      const parsed = contract[method].input.safeParse(input);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        return failed('input.invalid', { name: method, place: issue?.path.join('.') ?? '' });
      }
      const answer = await outcomeOf(method, parsed.data).catch(async (bug: unknown) => {
        await notes.ended(method, parsed.data, failed('internal'));
        throw bug;
      });
      await notes.ended(method, parsed.data, answer);
      return answer;
    },
    backUpIfDue,
    backUpBeforeUpdate: () =>
      gate.shared(async () =>
        workspace.isInPlace()
          ? backups.make('beforeUpgrade')
          : failed('workspace.missing', { path: workspace.path }),
      ),
    close() {
      stopBackups();
      context.importedFiles.close();
      context.suppliedFiles.close();
      context.returnedFiles.close();
      context.submissionJobs.close();
      context.sampleFiles.close();
      workspace.close();
    },
  });
}

/** Whether the method writes into the workspace's folder, so that the file there must be the one that is open. */
function needsPlace(method: MethodName): boolean {
  return contract[method].kind !== 'query' || method === 'backup.make';
}

type QueryName = keyof typeof queryHandlers;
type CommandName = keyof typeof commandHandlers;
type ExclusiveName = keyof typeof exclusiveHandlers;

function isQuery(method: MethodName): method is QueryName {
  return Object.hasOwn(queryHandlers, method);
}

function isCommand(method: MethodName): method is CommandName {
  return Object.hasOwn(commandHandlers, method);
}

function isExclusive(method: MethodName): method is ExclusiveName {
  return Object.hasOwn(exclusiveHandlers, method);
}

/** The handler's input type follows from its name; the contract has just parsed `input` for that very name. */
function runQuery<M extends QueryName>(method: M, input: unknown, context: ReadContext): unknown {
  const handler = queryHandlers[method] as (context: ReadContext, input: ParsedInput<M>) => unknown;
  return handler(context, input as ParsedInput<M>);
}

function runCommand<M extends CommandName>(
  method: M,
  input: unknown,
  context: ReadContext,
  workspace: Workspace,
): unknown {
  const handler = commandHandlers[method] as (
    context: ReadContext & { database: Workspace['database']; now: string },
    input: ParsedInput<M>,
  ) => unknown;
  return workspace.transaction((database) =>
    handler({ ...context, database, now: context.clock.now().toISOString() }, input as ParsedInput<M>),
  );
}

function runExclusive<M extends ExclusiveName>(method: M, input: unknown, context: ReadContext) {
  const handler = exclusiveHandlers[method] as (
    context: ReadContext,
    input: ParsedInput<M>,
  ) => Promise<unknown>;
  return handler(context, input as ParsedInput<M>);
}

type PreparedName = keyof typeof preparations;

function isPrepared(method: CommandName): method is PreparedName {
  return Object.hasOwn(preparations, method);
}

async function prepare<M extends PreparedName>(method: M, input: unknown, context: ReadContext) {
  const preparation = preparations[method] as (context: ReadContext, input: ParsedInput<M>) => Promise<void>;
  await preparation(context, input as ParsedInput<M>);
}

async function run(method: MethodName, input: unknown, context: ReadContext, workspace: Workspace) {
  if (isQuery(method)) return runQuery(method, input, context);
  if (isCommand(method)) {
    if (isPrepared(method)) await prepare(method, input, context);
    return runCommand(method, input, context, workspace);
  }
  if (isExclusive(method)) return runExclusive(method, input, context);
  throw new Error(`no handler for ${method}`);
}
