/**
 * Speaks with a browser over two pipes: JSON messages, each ended by a zero byte. Source: Chrome DevTools Protocol,
 * «remote-debugging-pipe». Only what printing needs.
 */
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

/** The browser has ended, or said something that is no message. */
export class BrowserGone extends Error {
  override readonly name = 'BrowserGone';
}

/** The browser understood a command and refused it. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
}

export type CommandResult = Readonly<Record<string, unknown>>;

export interface BrowserEvent {
  method: string;
  params: CommandResult;
  sessionId: string | undefined;
}

export interface PipeClient {
  /** Rejects with CommandRefused, or BrowserGone. */
  send(method: string, params?: CommandResult, sessionId?: string): Promise<CommandResult>;
  onEvent(listener: (event: BrowserEvent) => void): void;
}

/** No answer that printing asks for comes near: the .pdf is read in pieces. */
export const maximumMessageBytes = 32 * 1024 * 1024;

const record = z.record(z.string(), z.unknown());
const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: record.optional(),
  result: record.optional(),
  error: z.object({ message: z.string() }).optional(),
  sessionId: z.string().optional(),
});

interface Waiting {
  resolve: (result: CommandResult) => void;
  reject: (error: Error) => void;
}

export function createPipeClient(input: Writable, output: Readable): PipeClient {
  const waiting = new Map<number, Waiting>();
  const listeners: ((event: BrowserEvent) => void)[] = [];
  let pieces: Buffer[] = [];
  let pieceBytes = 0;
  let lastId = 0;
  let gone = false;

  function end(): void {
    gone = true;
    pieces = [];
    for (const { reject } of waiting.values()) reject(new BrowserGone());
    waiting.clear();
    output.destroy();
    input.destroy();
  }

  function take(text: string): void {
    const parsed = messageSchema.safeParse(parseJson(text));
    if (!parsed.success) {
      end();
      return;
    }
    const { id, method, params = {}, result = {}, error, sessionId } = parsed.data;
    if (id === undefined) {
      for (const listener of listeners) listener({ method: method ?? '', params, sessionId });
      return;
    }
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new CommandRefused(error.message));
  }

  output.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let zero = chunk.indexOf(0); zero !== -1 && !gone; zero = chunk.indexOf(0, start)) {
      pieces.push(chunk.subarray(start, zero));
      const text = Buffer.concat(pieces).toString('utf8');
      pieces = [];
      pieceBytes = 0;
      start = zero + 1;
      take(text);
    }
    if (gone) return;
    pieces.push(chunk.subarray(start));
    pieceBytes += chunk.length - start;
    if (pieceBytes > maximumMessageBytes) end();
  });
  for (const stream of [input, output]) {
    stream.on('error', end);
    stream.on('close', end);
  }

  return {
    send(method, params = {}, sessionId) {
      if (gone) return Promise.reject(new BrowserGone());
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    },
    onEvent(listener) {
      listeners.push(listener);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
