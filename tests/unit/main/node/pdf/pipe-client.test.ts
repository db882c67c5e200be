import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BrowserGone,
  CommandRefused,
  createPipeClient,
  maximumMessageBytes,
} from '../../../../../src/main/node/pdf/pipe-client.ts';

function piped() {
  const input = new PassThrough();
  const output = new PassThrough();
  return { client: createPipeClient(input, output), input, output };
}

describe('the client of the pipes', () => {
  it('sends messages that end with a zero byte and matches answers by their number', async () => {
    const { client, input, output } = piped();
    const first = client.send('Browser.getVersion');
    const second = client.send('Page.enable', { a: 1 }, 'session');
    expect(input.read().toString().split('\0')).toEqual([
      '{"id":1,"method":"Browser.getVersion","params":{}}',
      '{"id":2,"method":"Page.enable","params":{"a":1},"sessionId":"session"}',
      '',
    ]);
    output.write('{"id":2,"result":{"b":2}}\0{"id":1,"error":{"message":"no"}}\0');
    expect(await second).toEqual({ b: 2 });
    await expect(first).rejects.toThrow(CommandRefused);
  });

  it('reads messages however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(200), { maxLength: 8 }),
        fc.string({ unit: 'grapheme' }),
        async (cuts, text) => {
          const { client, output } = piped();
          const seen: unknown[] = [];
          client.onEvent(({ method, params }) => seen.push([method, params]));
          const answer = client.send('x');
          const bytes = Buffer.from(
            `${JSON.stringify({ method: 'event', params: { text } })}\0{"id":1,"result":{}}\0`,
          );
          const places = [...new Set(cuts.map((cut) => cut % bytes.length))].sort((a, b) => a - b);
          for (const [index, place] of [0, ...places].entries())
            output.write(bytes.subarray(place, places[index]));
          await answer;
          expect(seen).toEqual([['event', { text }]]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each(['nonsense\0', '[1]\0', '{"id":"one"}\0', '\0'])('takes %j for the end', async (said) => {
    const { client, output } = piped();
    const answer = client.send('x');
    output.write(said);
    await expect(answer).rejects.toThrow(BrowserGone);
    await expect(client.send('y')).rejects.toThrow(BrowserGone);
  });

  it('does not gather a message without end', async () => {
    const { client, output } = piped();
    const answer = client.send('x');
    const piece = Buffer.alloc(1024 * 1024, 'x');
    for (let sent = 0; sent <= maximumMessageBytes && !output.destroyed; sent += piece.length)
      output.write(piece);
    await expect(answer).rejects.toThrow(BrowserGone);
  });

  it('rejects what is open when the browser ends', async () => {
    const { client, output } = piped();
    const answer = client.send('x');
    output.end();
    await expect(answer).rejects.toThrow(BrowserGone);
  });
});
