/** Entry of the thread in which returned workbooks are read: one file in, one outcome out. See `startParseThread`. */
import { parentPort } from 'node:worker_threads';
import type { SuppliedWorkbook } from '../../../shared/domain/exchange/supply.ts';
import type { ThreadReply, ThreadRequest } from '../import/parse-thread.ts';
import { readWorkbook } from './read-workbook.ts';

const port = parentPort;
if (port !== null) {
  const reply = (message: ThreadReply<SuppliedWorkbook>) => port.postMessage(message);
  port.on('message', ({ name, bytes }: ThreadRequest) => {
    reply({ kind: 'outcome', outcome: readWorkbook(name, bytes) });
  });
  reply({ kind: 'ready' });
}
