/** Entry of the thread in which files are parsed: one file in, one outcome out. See `startParseThread`. */
import { parentPort } from 'node:worker_threads';
import type { ReadReport } from './import-file.ts';
import { readAnyReportFile } from './parse-any-file.ts';
import type { ThreadReply, ThreadRequest } from './parse-thread.ts';

const port = parentPort;
if (port !== null) {
  const reply = (message: ThreadReply<ReadReport>) => {
    const read = message.kind === 'outcome' && message.outcome.ok ? message.outcome.value.pictures : [];
    port.postMessage(
      message,
      read.map(({ bytes }) => bytes.buffer),
    );
  };
  port.on('message', async ({ name, bytes }: ThreadRequest) => {
    reply({ kind: 'outcome', outcome: await readAnyReportFile(name, bytes) });
  });
  reply({ kind: 'ready' });
}
