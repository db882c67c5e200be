/** The machine's own files, except that one of their operations does what a test says. */
import { nodeStorageFiles, type StorageFiles } from '../../src/main/core/storage/backups/storage-files.ts';

export interface Operation {
  /** 1 for the first. */
  number: number;
  name:
    | 'makeFolder'
    | 'list'
    | 'copyDatabase'
    | 'copyFile'
    | 'open'
    | 'sync'
    | 'close'
    | 'sha256'
    | 'rename'
    | 'rm';
  /** The file or folder it is about; for a copy or a renaming where it leads. */
  path: string;
}

/** `before` is told of each operation that is about to be carried out, and may throw in its place. */
export function watchedFiles(before: (operation: Operation) => void | Promise<void>): StorageFiles {
  let number = 0;
  const tell = async (name: Operation['name'], path: string) => {
    number += 1;
    await before({ number, name, path });
  };
  return {
    async makeFolder(path) {
      await tell('makeFolder', path);
      await nodeStorageFiles.makeFolder(path);
    },
    async list(folder) {
      await tell('list', folder);
      return nodeStorageFiles.list(folder);
    },
    async copyDatabase(connection, to) {
      await tell('copyDatabase', to);
      await nodeStorageFiles.copyDatabase(connection, to);
    },
    async copyFile(from, to) {
      await tell('copyFile', to);
      await nodeStorageFiles.copyFile(from, to);
    },
    async open(path, flags) {
      await tell('open', path);
      const file = await nodeStorageFiles.open(path, flags);
      return {
        writeFile: (bytes) => file.writeFile(bytes),
        async sync() {
          await tell('sync', path);
          await file.sync();
        },
        async close() {
          await file.close();
          await tell('close', path);
        },
      };
    },
    async sha256(path) {
      await tell('sha256', path);
      return nodeStorageFiles.sha256(path);
    },
    async rename(from, to) {
      await tell('rename', to);
      await nodeStorageFiles.rename(from, to);
    },
    async rm(path, options) {
      await tell('rm', path);
      await nodeStorageFiles.rm(path, options);
    },
    wait: async () => {},
  };
}
