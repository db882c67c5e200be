/** What the program writes is for the person who runs it: the workspace, its backups, the log, files handed over. */

/**
 * To be called by every entry before anything is written. From then on files are made with 0600 and folders with 0700 at
 * most, also by SQLite, by workers and by the browser that prints. On Windows the profile's own rights hold.
 */
export function keepNewFilesPrivate(): void {
  process.umask(0o077);
}
