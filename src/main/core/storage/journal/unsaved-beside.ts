/** What journals hold of a workspace that cannot be opened, so that its identity cannot be asked for. */
import { join } from 'node:path';
import { type KeptReport, readJournalFile } from './journal-file.ts';
import { journalFolderName, listJournalFiles } from './journal-places.ts';

/** Newest first. `otherFolders`: see RecoveryJournalOptions; there the path of the workspace's file must be the same. */
export function unsavedBeside(
  workspaceFolder: string,
  workspacePath: string,
  otherFolders: readonly string[],
): KeptReport[] {
  const ownFolders = [join(workspaceFolder, journalFolderName), workspaceFolder];
  return [...ownFolders, ...otherFolders]
    .flatMap((folder) =>
      listJournalFiles(folder)
        .map((name) => readJournalFile(join(folder, name)))
        .filter((content) => content !== null)
        .filter(({ path }) => ownFolders.includes(folder) || path === workspacePath),
    )
    .flatMap(({ reports }) => [...reports.values()])
    .sort((a, b) => b.at.localeCompare(a.at));
}
