/** The methods that belong to the door: what each door must offer, and what the doors have in common. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type MethodOutput,
  type MethodsOfKind,
  maximumFileBytes,
  type ParsedInput,
} from '../../shared/contract.ts';
import { done, failed, type Outcome } from '../../shared/errors.ts';
import type { FileGrants } from '../core/ports.ts';
import type { ReceivedFiles } from './received-files.ts';

export type HostMethodName = MethodsOfKind<'host'>;

export type HostMethods = {
  [M in HostMethodName]: (
    input: ParsedInput<M>,
  ) => Outcome<MethodOutput<M>> | Promise<Outcome<MethodOutput<M>>>;
};

export type FileTransferMethods = Pick<HostMethods, 'host.receiveFile' | 'host.fetchFile'>;

/** Bytes in and out of the page, the same in every door. */
export function createFileTransfer(grants: FileGrants, received: ReceivedFiles): FileTransferMethods {
  return {
    'host.receiveFile': ({ name, base64 }) => received.receive(name, Buffer.from(base64, 'base64')),
    'host.fetchFile': async ({ grant }) => {
      const path = grants.path(grant);
      if (!path.ok) {
        return path;
      }
      const name = basename(path.value);
      try {
        const { size } = await stat(path.value);
        if (size > maximumFileBytes) {
          return failed('file.tooLarge', { name, maximum: maximumFileBytes });
        }
        return done({ name, base64: (await readFile(path.value)).toString('base64') });
      } catch (error) {
        const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        return failed(missing ? 'file.notFound' : 'file.unreadable', { name });
      }
    },
  };
}
