/** The .zip of a submission under a password. */
import { ExpectedFailure } from '../../../shared/errors.ts';
import { sealBytes } from '../protection/seal.ts';
import { unsealBytes } from '../protection/unseal.ts';

const contents = 'submission';

/**
 * The protected file, opened again by the password alone and compared before a drive is touched: that the drive then
 * holds these very bytes is what reading back shows. Throws submission.readBackDiffers `{ name, file }`.
 */
export async function sealArchive(archive: Uint8Array, name: string, password: string): Promise<Uint8Array> {
  const sealed = await sealBytes(archive, { contents, password });
  const opened = await unsealBytes(sealed, name, { contents, password });
  if (!opened.ok || Buffer.compare(opened.value, archive) !== 0) {
    throw new ExpectedFailure('submission.readBackDiffers', { name, file: name });
  }
  return sealed;
}
