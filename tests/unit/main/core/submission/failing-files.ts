/** The real files of a folder, with one step that fails as a drive fails, or a drive that is gone from a step on. */
import { readFileSync, writeFileSync } from 'node:fs';
import {
  type DeviceFile,
  type DeviceFiles,
  nodeDeviceFiles,
} from '../../../../../src/main/core/submission/device-files.ts';
import { sha256Of } from '../../../../../src/main/core/submission/sums.ts';

export type Fault =
  /** The step does nothing and says `code`. */
  | { kind: 'before'; code: string }
  /** The step takes effect and says `code` all the same. */
  | { kind: 'after'; code: string }
  /** A writing takes a part of the bytes, and then says `code`. */
  | { kind: 'part'; code: string }
  /** A writing takes a part of the bytes and says so; nothing failed. */
  | { kind: 'short' }
  /** What is read back has one other bit. */
  | { kind: 'altered' }
  /** Nothing answers from this step on. */
  | { kind: 'gone'; code: string };

export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/**
 * Every call is a step, counted from 1; those in `at` meet `fault`. Syncing is left to the machine's own time: what is
 * tested is what the program does about an answer, and no power fails here.
 */
export function failingFiles(
  at: readonly number[],
  fault: Fault,
  onStep: (step: number) => void = () => undefined,
): { files: DeviceFiles; steps: () => number } {
  let step = 0;
  const first = Math.min(...at);
  const attempt = async <T>(
    act: () => Promise<T>,
    partly?: () => Promise<T>,
    altered?: () => void,
    undo?: (made: T) => Promise<void>,
  ): Promise<T> => {
    step += 1;
    onStep(step);
    if (fault.kind === 'gone' && step >= first) throw systemError(fault.code);
    if (!at.includes(step)) return act();
    switch (fault.kind) {
      case 'before':
        throw systemError(fault.code);
      case 'after':
        // The caller never gets what it would have to close.
        await act().then(undo);
        throw systemError(fault.code);
      case 'part':
        await partly?.();
        throw systemError(fault.code);
      case 'short':
        return (partly ?? act)();
      case 'altered':
        altered?.();
        return act();
      case 'gone':
        throw systemError(fault.code);
    }
  };
  const node = nodeDeviceFiles;
  const files: DeviceFiles = {
    kind: (path) => attempt(() => node.kind(path)),
    names: (folder) => attempt(() => node.names(folder)),
    makeFolder: (path) => attempt(() => node.makeFolder(path)),
    create: (path) =>
      attempt<DeviceFile>(
        async () => {
          const file = await node.create(path);
          return {
            write: (bytes) =>
              attempt(
                () => file.write(bytes),
                () => file.write(bytes.subarray(0, Math.ceil(bytes.length / 3))),
              ),
            sync: () => attempt(async () => undefined),
            close: async () => {
              // What fails to close is closed all the same, or the test would run out of files.
              await file.close();
              await attempt(async () => undefined);
            },
          };
        },
        undefined,
        undefined,
        (file) => file.close(),
      ),
    readBack: (path) =>
      attempt(
        async () => {
          const bytes = readFileSync(path);
          return { size: bytes.length, sha256: sha256Of(bytes), fromDevice: true };
        },
        undefined,
        () => {
          const bytes = readFileSync(path);
          bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 4;
          writeFileSync(path, bytes);
        },
      ),
    read: (path, most) => attempt(() => node.read(path, most)),
    size: (path) => attempt(() => node.size(path)),
    rename: (from, to) => attempt(() => node.rename(from, to)),
    removeFile: (path) => attempt(() => node.removeFile(path)),
    removeFolder: (path) => attempt(() => node.removeFolder(path)),
    syncFolder: () => attempt(async () => undefined),
    wait: async () => undefined,
  };
  return { files, steps: () => step };
}
