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
  // pdf.js leaves promises of spoilt parts behind that nobody waits for: they must not end the reading of the next file.
  process.on('unhandledRejection', () => {});
  port.on('message', ({ name, bytes }: ThreadRequest) => {
    readAnyReportFile(name, bytes).then(
      (outcome) => reply({ kind: 'outcome', outcome }),
      // What a reader throws itself is a bug, and ends the thread.
      (error: unknown) =>
        setImmediate(() => {
          throw error;
        }),
    );
  });
  reply({ kind: 'ready' });
}
