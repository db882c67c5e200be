/** Entry of the thread in which returned files are read: one file in, one outcome out. See `startParseThread`. */
import { parentPort } from 'node:worker_threads';
import type { ReturnedDocument } from '../../../shared/domain/returned/returned-document.ts';
import type { ThreadReply, ThreadRequest } from '../import/parse-thread.ts';
import { readReturned } from './read-returned.ts';

const port = parentPort;
if (port !== null) {
  const reply = (message: ThreadReply<ReturnedDocument>) => port.postMessage(message);
  port.on('message', ({ name, bytes }: ThreadRequest) => {
    reply({ kind: 'outcome', outcome: readReturned(name, bytes) });
  });
  reply({ kind: 'ready' });
}
