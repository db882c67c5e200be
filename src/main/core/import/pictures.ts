/** Pictures that a file holds: taken out of it beside its text, as they stand, within bounds. */
import { importLimits } from './import-limits.ts';
import { mediaTypeOf } from './media-type.ts';

export interface Picture {
  /** A file name without folder. */
  name: string;
  mediaType: string;
  /** In a buffer of their own. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** A picture where the file shows it. */
export interface ShownPicture {
  /** The same for all places that show the same picture. */
  key: string;
  /** Name inside the file, folders included, or any name with the ending of its kind. */
  name: string;
  /** Bytes of the picture, at least; it is not read where they are too many. */
  size: number;
  /** Null where it cannot be read. */
  read(): Uint8Array | null;
}

export interface PictureCollector {
  /** Keeps the picture once. */
  take(picture: ShownPicture): void;
  /** Pictures that stay in the file alone. */
  leaveOut(count: number): void;
  /** In the order in which they were shown. */
  kept(): Picture[];
  leftOut(): number;
}

export function createPictureCollector(): PictureCollector {
  const kept: Picture[] = [];
  const seen = new Set<string>();
  let budget = importLimits.pictureBytes;
  let leftOut = 0;

  const bytesOf = ({ size, read }: ShownPicture): Uint8Array | null => {
    if (size === 0 || size > budget || kept.length >= importLimits.pictures) return null;
    // Spent before it is read: pictures that turn out to be damaged cost time as well.
    budget -= size;
    return read();
  };

  return {
    take(picture) {
      if (seen.has(picture.key)) return;
      seen.add(picture.key);
      const bytes = bytesOf(picture);
      if (bytes === null) {
        leftOut += 1;
        return;
      }
      const name = plainName(picture.name, kept.length + 1);
      kept.push({ name, mediaType: mediaTypeOf(name), bytes: new Uint8Array(bytes) });
    },
    leaveOut(count) {
      leftOut += count;
    },
    kept: () => kept,
    leftOut: () => leftOut,
  };
}

/** A name that can be shown and saved everywhere; the file's own where it is such a name. */
function plainName(inside: string, position: number): string {
  const name = inside.slice(inside.lastIndexOf('/') + 1);
  if (/^[\p{L}\p{N}][\p{L}\p{N} ._()-]{0,99}$/u.test(name) && /\.\w{1,5}$/.test(name)) return name;
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
  return `image${position}${ending}`;
}
