// Takes the place of the parsing thread's entry and fails in the way that the file's name asks for.
import { parentPort } from 'node:worker_threads';

const held = [];

const ways = {
  throws: () => {
    throw new Error('a bug');
  },
  exits: () => process.exit(7),
  hangs: () => {
    while (held.length === 0);
  },
  heap: () => {
    for (;;) held.push(new Array(1000).fill(0).map(String));
  },
  bytes: () => {
    for (;;) held.push(new Uint8Array(1024 * 1024).fill(1));
  },
  prints: () => {
    process.stdout.write('out');
    process.stderr.write('error');
  },
  works: () => {},
};

parentPort.on('message', ({ name }) => {
  ways[name]();
  parentPort.postMessage({
    kind: 'outcome',
    outcome: { ok: false, error: { code: 'import.empty', parameters: {} } },
  });
});
parentPort.postMessage({ kind: 'ready' });
