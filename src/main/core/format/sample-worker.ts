/** Entry of the thread in which samples are read: one file in, one outcome out. See `startParseThread`. */
import { parentPort } from 'node:worker_threads';
import type { LearntFormat } from '../../../shared/domain/learnt-format.ts';
import type { ThreadReply, ThreadRequest } from '../import/parse-thread.ts';
import { learnSampleFile } from './learn-sample-file.ts';

const port = parentPort;
if (port !== null) {
  const reply = (message: ThreadReply<LearntFormat>) => port.postMessage(message);
  port.on('message', ({ name, bytes }: ThreadRequest) => {
    reply({ kind: 'outcome', outcome: learnSampleFile(name, bytes) });
  });
  reply({ kind: 'ready' });
}
