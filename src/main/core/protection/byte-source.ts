/** Bytes that come in pieces of any size, taken in pieces of a wanted size. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';

/** Something that can be read from its beginning, more than once. */
export interface ByteSource {
  /** For the person. */
  name: string;
  /** Bytes. */
  size: number;
  read(): AsyncIterable<Uint8Array>;
}

export function bytesAsSource(bytes: Uint8Array, name: string): ByteSource {
  return {
    name,
    size: bytes.byteLength,
    async *read() {
      yield bytes;
    },
  };
}

/** Throws the system's error where it is not there; reading rejects with that of the drive. */
export function fileAsSource(path: string, name: string = basename(path)): ByteSource {
  return { name, size: statSync(path).size, read: () => createReadStream(path) };
}

export interface Taking {
  /** The next `count` bytes; fewer only at the end. */
  take(count: number): Promise<Uint8Array>;
  /** Lets go of what is read from, also before its end. */
  stop(): Promise<void>;
}

/** Holds no more than what was asked for and one piece. */
export function takeFrom(pieces: AsyncIterable<Uint8Array>): Taking {
  const iterator = pieces[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  return {
    async take(count) {
      const gathered: Uint8Array[] = [];
      let wanted = count;
      while (wanted > 0) {
        if (rest.length === 0) {
          const next = await iterator.next();
          if (next.done === true) break;
          rest = next.value;
        }
        const taken = rest.subarray(0, wanted);
        gathered.push(taken);
        rest = rest.subarray(taken.length);
        wanted -= taken.length;
      }
      return gathered.length === 1 && gathered[0] !== undefined ? gathered[0] : Buffer.concat(gathered);
    },
    async stop() {
      await iterator.return?.();
    },
  };
}
