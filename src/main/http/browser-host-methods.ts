import { done, failed } from '../../shared/errors.ts';
import type { FileTransferMethods, HostMethods } from '../node/host-methods.ts';
import { type UpdateMethods, withoutUpdates } from '../node/update/update-methods.ts';

/** A browser has its own file field and download; the system's dialogs are not this door's to open. */
export function createBrowserHostMethods(
  transfer: FileTransferMethods,
  version: string,
  stay: HostMethods['host.stay'] = () => done({}),
  update: UpdateMethods = withoutUpdates('source', version),
): HostMethods {
  return {
    ...transfer,
    ...update,
    'host.describe': () => done({ door: 'http' as const, nativeDialogs: false, version }),
    'host.stay': stay,
    'host.chooseFile': () => failed('host.unsupported', { method: 'host.chooseFile' }),
    'host.chooseWorkbooks': () => failed('host.unsupported', { method: 'host.chooseWorkbooks' }),
    'host.chooseArchive': () => failed('host.unsupported', { method: 'host.chooseArchive' }),
    'host.chooseBackup': () => failed('host.unsupported', { method: 'host.chooseBackup' }),
    'host.chooseFolder': () => failed('host.unsupported', { method: 'host.chooseFolder' }),
    'host.chooseTarget': () => failed('host.unsupported', { method: 'host.chooseTarget' }),
  };
}
