/** Entry of the thread in which files are parsed: one file in, one outcome out. See `startParseThread`. */
import { parentPort } from 'node:worker_threads';
import { parseAnyReportFile } from './parse-any-file.ts';
import type { ThreadReply, ThreadRequest } from './parse-thread.ts';

const port = parentPort;
if (port !== null) {
  const reply = (message: ThreadReply) => port.postMessage(message);
  port.on('message', async ({ name, bytes }: ThreadRequest) => {
    reply({ kind: 'outcome', outcome: await parseAnyReportFile(name, bytes) });
  });
  reply({ kind: 'ready' });
}
