import { createHash } from 'node:crypto';

/** SHA-256 in hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A file of a submission before it stands anywhere. */
export interface SubmissionFileBytes {
  name: string;
  bytes: Uint8Array;
}
