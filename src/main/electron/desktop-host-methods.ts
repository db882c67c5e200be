/** The door's own methods in the desktop window: the system's dialogs, whose chosen paths become grants. */
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Dialog, FileFilter } from 'electron';
import type { GrantedFile } from '../../shared/contract.ts';
import { protectedEnding } from '../../shared/domain/protection/protected-file.ts';
import { done, failed, type Outcome } from '../../shared/errors.ts';
import type { FileGrants } from '../core/ports.ts';
import type { FileTransferMethods, HostMethods } from '../node/host-methods.ts';
import { safeFileName } from '../node/safe-file-name.ts';
import type { Translate } from '../node/translate.ts';
import { withoutUpdates } from '../node/update/update-methods.ts';

/** Electron's dialogs, bound to the window they belong to. */
export interface FileDialogs {
  open: (options: Parameters<Dialog['showOpenDialog']>[0]) => ReturnType<Dialog['showOpenDialog']>;
  save: (options: Parameters<Dialog['showSaveDialog']>[0]) => ReturnType<Dialog['showSaveDialog']>;
}

export interface DesktopHostOptions {
  dialogs: FileDialogs;
  grants: FileGrants;
  transfer: FileTransferMethods;
  translate: Translate;
  version: string;
}

const protectedExtension = protectedEnding.slice(1);
/** What the importer understands. */
const importedExtensions = ['docx', 'doc', 'wps', 'pdf', 'html', 'htm', 'txt', 'ofd'];
/** What offices hand in; files of other formats may be chosen and are told what to do. */
const workbookExtensions = ['xlsx', 'xlsm', 'xls', 'et'];

export function createDesktopHostMethods(options: DesktopHostOptions): HostMethods {
  const { dialogs, grants, transfer, translate, version } = options;
  const allFiles: FileFilter = { name: translate('menu:dialog.allFiles'), extensions: ['*'] };
  const grantFile = async (path: string): Promise<Outcome<GrantedFile>> => {
    const name = basename(path);
    try {
      const { size } = await stat(path);
      return done({ grant: grants.grant(path), name, size });
    } catch {
      return failed('file.unreadable', { name });
    }
  };
  const chooseOne = async (asked: { title: string; filters: FileFilter[] }) => {
    const chosen = await dialogs.open({ ...asked, properties: ['openFile'] });
    const path = chosen.canceled ? undefined : chosen.filePaths[0];
    if (path === undefined) {
      return done({ file: null });
    }
    const file = await grantFile(path);
    return file.ok ? done({ file: file.value }) : file;
  };
  return {
    ...transfer,
    ...withoutUpdates('installer', version),
    'host.describe': () => done({ door: 'electron' as const, nativeDialogs: true, version }),
    // Windows of the desktop are counted by the desktop.
    'host.stay': () => done({}),
    'host.chooseFile': () =>
      chooseOne({
        title: translate('menu:dialog.chooseReport'),
        filters: [{ name: translate('menu:dialog.reports'), extensions: importedExtensions }, allFiles],
      }),
    'host.chooseArchive': () =>
      chooseOne({
        title: translate('menu:dialog.chooseSubmission'),
        filters: [
          { name: translate('menu:dialog.chooseSubmission'), extensions: ['zip', protectedExtension] },
        ],
      }),
    'host.chooseBackup': () =>
      chooseOne({
        title: translate('menu:dialog.chooseBackup'),
        filters: [
          { name: translate('menu:dialog.backups'), extensions: ['xbdb', protectedExtension] },
          allFiles,
        ],
      }),
    'host.chooseWorkbooks': async () => {
      const chosen = await dialogs.open({
        title: translate('menu:dialog.chooseWorkbooks'),
        filters: [{ name: translate('menu:dialog.workbooks'), extensions: workbookExtensions }, allFiles],
        properties: ['openFile', 'multiSelections'],
      });
      const files: GrantedFile[] = [];
      for (const path of chosen.canceled ? [] : chosen.filePaths) {
        const file = await grantFile(path);
        if (!file.ok) return file;
        files.push(file.value);
      }
      return done({ files });
    },
    'host.chooseFolder': async () => {
      const chosen = await dialogs.open({
        title: translate('menu:dialog.chooseFolder'),
        properties: ['openDirectory', 'createDirectory'],
      });
      const path = chosen.canceled ? undefined : chosen.filePaths[0];
      return done({ grant: path === undefined ? null : grants.grant(path), path: path ?? '' });
    },
    'host.chooseTarget': async ({ suggestedName }) => {
      const defaultPath = safeFileName(suggestedName);
      const extension = extname(defaultPath).slice(1);
      const ownKind = extension
        ? [{ name: translate('menu:dialog.fileKind', { kind: extension }), extensions: [extension] }]
        : [];
      const chosen = await dialogs.save({
        title: translate('menu:dialog.saveAs'),
        defaultPath,
        filters: [...ownKind, allFiles],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return done({ grant: chosen.canceled || !chosen.filePath ? null : grants.grant(chosen.filePath) });
    },
  };
}
