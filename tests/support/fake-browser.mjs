#!/usr/bin/env node
// A browser that says its name and then does what FAKE_BROWSER tells: for failures no real browser shows on demand.
import { createReadStream, createWriteStream, writeFileSync } from 'node:fs';

const mode = process.env.FAKE_BROWSER;
const output = createWriteStream('', { fd: 4 });
const answer = (message) => output.write(`${JSON.stringify(message)}\0`);
const note = process.env.FAKE_BROWSER_NOTE;
if (note) writeFileSync(note, JSON.stringify({ pid: process.pid, arguments: process.argv.slice(2) }));

let rest = '';
createReadStream('', { fd: 3 }).on('data', (chunk) => {
  const messages = (rest + chunk).split('\0');
  rest = messages.pop();
  for (const { id, method } of messages.map((text) => JSON.parse(text))) {
    if (mode === 'silent') continue;
    if (method === 'Browser.getVersion') answer({ id, result: { product: 'FakeChrome/1.2.3' } });
    else if (mode === 'ends') process.exit(0);
    else if (mode === 'refuses') answer({ id, error: { message: 'no' } });
    else if (mode === 'babbles') output.write('this is no message\0');
    else if (mode === 'floods') output.write(Buffer.alloc(40 * 1024 * 1024, 'x'));
  }
});
// Also when it is asked to leave it stays.
setInterval(() => {}, 1000);
