import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { App } from '../../core/app.ts';
import { createBrowserHostMethods } from '../../http/browser-host-methods.ts';
import { type HttpDoor, type HttpDoorOptions, startHttpDoor } from '../../http/door.ts';
import { openBrowser } from '../../http/open-browser.ts';
import { createPresence } from '../../http/presence.ts';
import { nodeDependencies } from '../../node/dependencies.ts';
import { createDispatcher } from '../../node/dispatch.ts';
import { createFileTransfer } from '../../node/host-methods.ts';
import { readProgramVersion } from '../../node/program-folders.ts';
import { createReceivedFiles } from '../../node/received-files.ts';
import { openOrOfferRecovery } from '../../node/recovering-app.ts';
import { announceDoor, runFolder } from '../../node/running-door.ts';
import { systemTimers } from '../../node/system-clock.ts';
import { settleAfterStart } from '../../node/update/settle-after-start.ts';
import { describeCopy } from '../../node/update/update-manner.ts';
import { createUpdateMethods } from '../../node/update/update-methods.ts';
import { type Command, CommandFailure, dataOption, UsageError } from '../command.ts';
import { openOrFindRunning } from '../open-or-find-running.ts';
import { workspaceFolder } from '../session.ts';

function parsePort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new UsageError('port', { text });
  return port;
}

async function openDoor(options: HttpDoorOptions & { port: number }): Promise<HttpDoor> {
  try {
    return await startHttpDoor(options);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken) throw error;
    throw new CommandFailure({ code: 'door.portTaken', parameters: { port: options.port } });
  }
}

/**
 * Serves the program to a browser on this machine until it is interrupted; with `--while-open` also until three minutes
 * after its last window. With `--open` a workspace that another `serve` of this person holds is opened there.
 */
export const serve: Command = {
  name: 'serve',
  positionals: [],
  options: {
    ...dataOption,
    port: { type: 'string' },
    open: { type: 'boolean' },
    'while-open': { type: 'boolean' },
  },
  async run(input, surroundings) {
    const port = parsePort(input.text('port'));
    const folder = workspaceFolder(input, surroundings);
    const { environment, home, translate } = surroundings;
    const announcements = runFolder({ platform: process.platform, environment, home });
    const dependencies = nodeDependencies(surroundings.folders, folder, 'http');
    const open = () => openOrOfferRecovery({ ...dependencies, workspaceFolder: folder });
    let app: App;
    if (input.flag('open')) {
      const found = await openOrFindRunning({ open, announcements, folder, holder: dependencies.holder });
      if (found.kind === 'running') {
        openBrowser(found.url);
        return { exitCode: 0, json: null, text: translate('cli:serve.already') };
      }
      app = found.app;
    } else {
      const opened = await open();
      if (!opened.ok) throw new CommandFailure(opened.error);
      app = opened.value;
    }
    const received = createReceivedFiles({ grants: dependencies.grants, temporaryRoot: tmpdir() });
    const presence = createPresence({
      timers: systemTimers,
      wait: (milliseconds) => delay(milliseconds, undefined, { ref: false }),
    });
    try {
      const host = createBrowserHostMethods(
        createFileTransfer(dependencies.grants, received),
        readProgramVersion(surroundings.folders),
        presence.stay,
        createUpdateMethods({
          ...dependencies,
          describe: () => describeCopy(surroundings.folders),
          app,
          environment,
          onTaken: presence.hasten,
        }),
      );
      const door = await openDoor({
        dispatch: presence.watch(createDispatcher(app, host, dependencies.log)),
        rendererFolder: surroundings.folders.renderer,
        port,
      });
      const withdraw = announceDoor(announcements, folder, { url: door.url, processId: process.pid });
      // Before it is said to be ready: whoever is told may end it at once.
      const interrupted = surroundings.untilInterrupted();
      surroundings.print(translate('cli:serve.ready', { url: door.url, path: folder }));
      if (input.flag('open')) openBrowser(door.url);
      void settleAfterStart(describeCopy(surroundings.folders), dependencies.holder);
      await Promise.race([interrupted, ...(input.flag('while-open') ? [presence.deserted] : [])]);
      withdraw();
      await door.close();
    } finally {
      presence.stop();
      received.close();
      app.close();
    }
    return { exitCode: 0, json: null, text: translate('cli:serve.ended') };
  },
};
