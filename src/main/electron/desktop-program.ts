/** The core under the desktop window, opened and closed as one thing. */
import { done, type Outcome } from '../../shared/errors.ts';
import { createApp } from '../core/app.ts';
import type { PdfEngine } from '../core/ports.ts';
import { nodeDependencies } from '../node/dependencies.ts';
import { createDispatcher, type Dispatch } from '../node/dispatch.ts';
import { createFileTransfer } from '../node/host-methods.ts';
import { type ProgramFolders, readProgramVersion } from '../node/program-folders.ts';
import { createReceivedFiles } from '../node/received-files.ts';
import type { Translate } from '../node/translate.ts';
import { createDesktopHostMethods, type FileDialogs } from './desktop-host-methods.ts';

export interface DesktopProgram {
  dispatch: Dispatch;
  /** Closes the workspace and removes what pages handed over. */
  close(): void;
}

export interface DesktopProgramOptions {
  folders: ProgramFolders;
  workspaceFolder: string;
  temporaryRoot: string;
  dialogs: FileDialogs;
  translate: Translate;
  /** The window's own, instead of a browser of this computer. */
  pdf: PdfEngine;
}

/** Opens the workspace. Failures: those of the core's `createApp`. */
export async function openDesktopProgram(options: DesktopProgramOptions): Promise<Outcome<DesktopProgram>> {
  const { folders, workspaceFolder, temporaryRoot, dialogs, translate, pdf } = options;
  const version = readProgramVersion(folders);
  const dependencies = nodeDependencies(folders, workspaceFolder, 'electron');
  const { grants, log } = dependencies;
  const opened = await createApp({ ...dependencies, pdf, workspaceFolder });
  if (!opened.ok) {
    return opened;
  }
  const received = createReceivedFiles({ grants, temporaryRoot });
  const transfer = createFileTransfer(grants, received);
  const host = createDesktopHostMethods({ dialogs, grants, transfer, translate, version });
  return done({
    dispatch: createDispatcher(opened.value, host, log),
    close() {
      received.close();
      opened.value.close();
    },
  });
}
