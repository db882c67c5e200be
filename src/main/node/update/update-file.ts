/**
 * The update file, carried on a stick. It is no .zip: there the names, sizes and offsets that a reader follows stand
 * outside of what is signed, and twice. Here nothing is read but a head of fixed length until the signature has been
 * found good, every byte of the file is covered by it or by a digest in what it signs, and the file is read once from
 * front to back:
 *
 *     8    «XBUPDATE»
 *     4    length of the description, big-endian
 *     32   public key of the signer, so that a foreign file can be told from a damaged one
 *     64   Ed25519 signature of the description
 *     …    the description: JSON, `UpdateDescription`
 *     …    the files in its order, each as raw deflate, nothing between or after them
 */
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import { type UpdateDescription, updateDescriptionSchema, updateLimits } from './update-description.ts';
import { isSignedBy, publicKeyBytes, type Signer, signatureBytes } from './update-key.ts';

const magic = Buffer.from('XBUPDATE', 'latin1');
const headBytes = magic.length + 4 + publicKeyBytes + signatureBytes;

/** An update file whose description is signed by the key it was read for. Its files have not been looked at. */
export interface SignedUpdate {
  path: string;
  name: string;
  /** Bytes of the whole file. */
  size: number;
  description: UpdateDescription;
  /** Where the packed files begin. */
  payloadOffset: number;
}

/** Everything before the packed files. */
export function updateHead(description: UpdateDescription, signer: Signer): Buffer {
  const bytes = Buffer.from(JSON.stringify(updateDescriptionSchema.parse(description)), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([magic, length, signer.publicKey, signer.sign(bytes), bytes]);
}

/**
 * Reads and checks the head of the file at `path`; `updateKey` is the trusted key in base64url. Failures:
 * update.unreadable, .notUpdateFile, .damaged, .foreign, .formatNewer; all with the file's `name`.
 */
export async function readSignedUpdate(path: string, updateKey: string): Promise<Outcome<SignedUpdate>> {
  const name = basename(path);
  let file: FileHandle | null = null;
  try {
    file = await open(path, 'r');
    const { size } = await file.stat();
    const head = await readExactly(file, 0, headBytes);
    if (head === null || !head.subarray(0, magic.length).equals(magic)) {
      return failed('update.notUpdateFile', { name });
    }
    const length = head.readUInt32BE(magic.length);
    if (length > updateLimits.descriptionBytes) return failed('update.damaged', { name });
    const description = await readExactly(file, headBytes, length);
    if (description === null) return failed('update.damaged', { name });
    const key = head.subarray(magic.length + 4, magic.length + 4 + publicKeyBytes);
    const signature = head.subarray(headBytes - signatureBytes);
    if (!isSignedBy(key, description, signature)) return failed('update.damaged', { name });
    if (key.toString('base64url') !== updateKey) return failed('update.foreign', { name });
    // Signed by whom we trust: what cannot be understood is a format of a later time.
    const parsed = updateDescriptionSchema.safeParse(parsedJson(description));
    if (!parsed.success) return failed('update.formatNewer', { name });
    const payloadOffset = headBytes + length;
    const packed = parsed.data.files.reduce((sum, { packedSize }) => sum + packedSize, 0);
    if (size !== payloadOffset + packed) return failed('update.damaged', { name });
    return done({ path, name, size, description: parsed.data, payloadOffset });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return failed('update.unreadable', { name });
  } finally {
    await file?.close().catch(() => undefined);
  }
}

function parsedJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** `null` where the file ends before. */
async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer | null> {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(bytes, at, length - at, position + at);
    if (bytesRead === 0) return null;
    at += bytesRead;
  }
  return bytes;
}
