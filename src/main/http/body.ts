/** The body of a call: JSON of bounded length. */
import type { IncomingMessage } from 'node:http';
import { maximumFileBytes } from '../../shared/contract.ts';
import { done, failed, type Outcome } from '../../shared/errors.ts';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;
const defaultLimit = 256 * kilobyte;

/** Only these methods carry a whole file, a whole report, a whole chapter or a whole table. */
const limits: ReadonlyMap<string, number> = new Map([
  ['host.receiveFile', Math.ceil(maximumFileBytes / 3) * 4 + 4 * kilobyte],
  ['chapter.saveBody', 8 * megabyte],
  ['journal.keep', 32 * megabyte],
  ['numbers.set', 16 * megabyte],
  ['import.commit', 32 * megabyte],
  ['import.accept', 8 * megabyte],
  ['import.takeBack', 32 * megabyte],
]);

/** The most bytes that the body of a call of `method` may have. */
export function bodyLimit(method: string): number {
  return limits.get(method) ?? defaultLimit;
}

/**
 * Whether the content type is JSON. Only a page of the same origin can send it without the browser asking first
 * (Fetch standard, CORS-safelisted request-header), so that a form of another site cannot.
 */
export function isJsonContentType(contentType: string | undefined): boolean {
  return /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(contentType ?? '');
}

export type BodyRefusal = 'tooLarge' | 'aborted';

/** Reads the body, stopping as soon as it passes `limit` bytes whatever length was announced. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | BodyRefusal> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    return 'tooLarge';
  }
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Leaving the loop must not end the connection: the answer still has to go out on it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.from(chunk);
      length += bytes.byteLength;
      if (length > limit) {
        return 'tooLarge';
      }
      chunks.push(bytes);
    }
  } catch {
    return 'aborted';
  }
  return Buffer.concat(chunks);
}

/** Errors: input.invalid when the bytes are no JSON in UTF-8. */
export function parseBody(bytes: Buffer, method: string): Outcome<unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return done(value);
  } catch {
    return failed('input.invalid', { name: method, place: '' });
  }
}
