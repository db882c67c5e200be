/** Identifiers of objects: unique in the document, counted from 1 (GB/T 33190-2016, 7.3, ST_ID). */
export interface ObjectIds {
  next(): number;
  /** The largest given so far. */
  last(): number;
}

export function createObjectIds(): ObjectIds {
  let id = 0;
  return {
    next() {
      id += 1;
      return id;
    },
    last: () => id,
  };
}
