/**
 * The bytes of a recovery journal: records one behind the other, each «XBJ1», the payload's length (4 bytes, big endian),
 * the payload's SHA-256, and the payload, which is JSON deflated without a header. So a record that was torn by a full
 * disk or a pulled stick is told apart, and those before and behind it are read all the same.
 */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { unsavedItemSchema, unsavedReportSchema } from '../../../../shared/domain/unsaved.ts';

export const journalRecordSchema = z.discriminatedUnion('kind', [
  /** The first of each file: which workspace it belongs to. */
  z.object({
    kind: z.literal('workspace'),
    workspaceId: z.string(),
    /** Of the workspace's file, for one whose identity can no longer be read. */
    path: z.string(),
    at: z.iso.datetime(),
  }),
  z.object({
    kind: z.literal('kept'),
    at: z.iso.datetime(),
    report: unsavedReportSchema,
    item: unsavedItemSchema,
  }),
  /** The workspace has it now. */
  z.object({ kind: z.literal('settled'), reportId: z.string(), keys: z.array(z.string()) }),
]);
export type JournalRecord = z.infer<typeof journalRecordSchema>;

const magic = Buffer.from('XBJ1', 'latin1');
const headBytes = magic.byteLength + 4 + 32;
/** A record that inflates to more was not written by this program. */
const largestRecord = 64 * 1024 * 1024;

function sumOf(payload: Uint8Array): Buffer {
  return createHash('sha256').update(payload).digest();
}

export function encodeRecord(record: JournalRecord): Buffer {
  const payload = deflateRawSync(JSON.stringify(record));
  const head = Buffer.alloc(headBytes);
  magic.copy(head);
  head.writeUInt32BE(payload.byteLength, magic.byteLength);
  sumOf(payload).copy(head, magic.byteLength + 4);
  return Buffer.concat([head, payload]);
}

function decodePayload(payload: Uint8Array): JournalRecord | null {
  try {
    const text = inflateRawSync(payload, { maxOutputLength: largestRecord }).toString('utf8');
    const parsed = journalRecordSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Every whole record, in order; `torn` counts the stretches that are none. Never throws. */
export function decodeRecords(bytes: Buffer): { records: JournalRecord[]; torn: number } {
  const records: JournalRecord[] = [];
  let torn = 0;
  let at = 0;
  while (at < bytes.byteLength) {
    const start = bytes.indexOf(magic, at);
    if (start !== at) torn += 1;
    if (start === -1) break;
    const from = start + headBytes;
    const length = from <= bytes.byteLength ? bytes.readUInt32BE(start + magic.byteLength) : Number.NaN;
    const payload = bytes.subarray(from, from + length);
    const whole =
      payload.byteLength === length &&
      sumOf(payload).equals(bytes.subarray(start + magic.byteLength + 4, from));
    const record = whole ? decodePayload(payload) : null;
    if (record !== null) records.push(record);
    else torn += 1;
    at = record === null ? start + magic.byteLength : from + length;
  }
  return { records, torn };
}
