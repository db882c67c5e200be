/** The layers below the formats: archives, their relationships, XML. */
import { unzipSync } from 'fflate';
import { openArchive } from '../../../src/main/core/import/archive/archive.ts';
import { relationships } from '../../../src/main/core/import/archive/relationships.ts';
import {
  childrenOf,
  readBlocks,
  type XmlElement,
} from '../../../src/main/core/import/archive/xml-elements.ts';
import { importLimits } from '../../../src/main/core/import/import-limits.ts';
import { ExpectedFailure } from '../../../src/shared/errors.ts';
import { mutateZip } from '../mutate/zip.ts';
import { docxSeeds, ofdSeeds } from '../seeds/documents.ts';
import { type FuzzTarget, mustHold } from '../target.ts';

/** What was read, or null where it was refused as it should be. */
function expecting<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}

function depthOf(element: XmlElement): number {
  return 1 + childrenOf(element).reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0);
}

export const archiveTarget: FuzzTarget = {
  name: 'archive',
  async prepare() {
    const seeds = [...(await docxSeeds()), ...(await ofdSeeds())];
    return {
      make: (random) => ({
        name: 'fuzzed.zip',
        bytes: mutateZip(random.pick(seeds), random, /\.(xml|rels)$/),
      }),
      attempt({ bytes }) {
        const archive = expecting(() => openArchive(bytes));
        if (archive === null) return 'refused';
        let total = 0;
        let read = 0;
        for (const name of archive.names) {
          const part = expecting(() => archive.read(name));
          if (part === null) continue;
          read += 1;
          total += part.length;
          mustHold(part.length <= importLimits.partBytes, 'a part is no larger than the limit');
          mustHold(total <= importLimits.unpackedBytes, 'all parts are no larger than the limit');
          expecting(() => relationships(archive, name));
          expecting(() =>
            readBlocks(part, new Set(), (block) => {
              mustHold(
                depthOf(block) <= importLimits.xmlDepth + 2,
                'elements are nested no deeper than the limit',
              );
            }),
          );
          archive.tryRead(name);
          agreesWithAnother(bytes, name, part);
        }
        return read > 0 ? 'accepted' : 'refused';
      },
    };
  },
};

/** What another program unpacks under that name, where it unpacks anything, is the same. */
function agreesWithAnother(bytes: Uint8Array, name: string, part: Uint8Array): void {
  if (part.length > 1024 * 1024) return;
  let other: Uint8Array | undefined;
  try {
    other = unzipSync(bytes, { filter: (file) => file.name === name && file.originalSize < 1024 * 1024 })[
      name
    ];
  } catch {
    return;
  }
  // The other one believes the stated size; of the same size the bytes are the same.
  const differs = other !== undefined && other.length === part.length && Buffer.compare(other, part) !== 0;
  mustHold(!differs, 'two programs unpack the same part');
}
