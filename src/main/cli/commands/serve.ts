import { tmpdir } from 'node:os';
import { createBrowserHostMethods } from '../../http/browser-host-methods.ts';
import { type HttpDoor, type HttpDoorOptions, startHttpDoor } from '../../http/door.ts';
import { openBrowser } from '../../http/open-browser.ts';
import { nodeDependencies } from '../../node/dependencies.ts';
import { createDispatcher } from '../../node/dispatch.ts';
import { createFileTransfer } from '../../node/host-methods.ts';
import { readProgramVersion } from '../../node/program-folders.ts';
import { createReceivedFiles } from '../../node/received-files.ts';
import { openOrOfferRecovery } from '../../node/recovering-app.ts';
import { type Command, CommandFailure, dataOption, UsageError } from '../command.ts';
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

/** Serves the program to a browser on this machine until it is interrupted. */
export const serve: Command = {
  name: 'serve',
  positionals: [],
  options: { ...dataOption, port: { type: 'string' }, open: { type: 'boolean' } },
  async run(input, surroundings) {
    const port = parsePort(input.text('port'));
    const folder = workspaceFolder(input, surroundings);
    const dependencies = nodeDependencies(surroundings.folders, folder, 'http');
    const opened = await openOrOfferRecovery({ ...dependencies, workspaceFolder: folder });
    if (!opened.ok) throw new CommandFailure(opened.error);
    const received = createReceivedFiles({ grants: dependencies.grants, temporaryRoot: tmpdir() });
    try {
      const host = createBrowserHostMethods(
        createFileTransfer(dependencies.grants, received),
        readProgramVersion(surroundings.folders),
      );
      const door = await openDoor({
        dispatch: createDispatcher(opened.value, host, dependencies.log),
        rendererFolder: surroundings.folders.renderer,
        port,
      });
      surroundings.print(surroundings.translate('cli:serve.ready', { url: door.url, path: folder }));
      if (input.flag('open')) openBrowser(door.url);
      await surroundings.untilInterrupted();
      await door.close();
    } finally {
      received.close();
      opened.value.close();
    }
    return { exitCode: 0, json: null, text: surroundings.translate('cli:serve.ended') };
  },
};
