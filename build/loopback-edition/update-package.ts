/** The update file of one target: what the portable edition keeps below `versions/<version>`, signed. */
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { versionFolder } from '../../src/main/node/edition/edition-layout.ts';
import {
  productName,
  type UpdateDescription,
  updateExtension,
} from '../../src/main/node/update/update-description.ts';
import { updateHead } from '../../src/main/node/update/update-file.ts';
import type { Signer } from '../../src/main/node/update/update-key.ts';
import { inOrder, type PackedFile } from './packed-file.ts';

export interface UpdateParts extends Pick<UpdateDescription, 'version' | 'platform' | 'arch' | 'notes'> {
  /** Relative to the version's folder. */
  files: readonly PackedFile[];
  signer: Signer;
  /** As in deflate. */
  level: 1 | 9;
}

export function updateName({
  version,
  platform,
  arch,
}: Pick<UpdateParts, 'version' | 'platform' | 'arch'>): string {
  return `xiangbao-${version}-${platform}-${arch}${updateExtension}`;
}

/** Of an edition's files those of its version, relative to the version's folder. */
export function versionFiles(edition: readonly PackedFile[], version: string): PackedFile[] {
  const prefix = `${versionFolder('', version).replaceAll('\\', '/')}/`;
  return edition
    .filter(({ path }) => path.startsWith(prefix))
    .map((file) => ({ ...file, path: file.path.slice(prefix.length) }));
}

export function updatePackage({ version, platform, arch, notes, files, signer, level }: UpdateParts): Buffer {
  const whole = createHash('sha256');
  const packed: Buffer[] = [];
  const described = inOrder(files).map(({ path, bytes, executable }) => {
    const deflated = deflateRawSync(bytes, { level });
    whole.update(deflated);
    packed.push(deflated);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { path, size: bytes.byteLength, sha256, executable, packedSize: deflated.length };
  });
  const description: UpdateDescription = {
    schema: 1,
    product: productName,
    version,
    platform,
    arch,
    notes,
    files: described,
    packedSha256: whole.digest('hex'),
  };
  return Buffer.concat([updateHead(description, signer), ...packed]);
}
