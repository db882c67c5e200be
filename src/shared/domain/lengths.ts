/** Lengths as people give them and as files hold them. */

const twipsPerMillimetre = 1440 / 25.4;

/** Whole twips of a length in millimetres. */
export function twipsOfMillimetres(millimetres: number): number {
  return Math.round(millimetres * twipsPerMillimetre);
}

/** Millimetres of a length in twips, to a tenth: finer is neither set nor measured. */
export function millimetresOf(twips: number): number {
  return Math.round((twips / twipsPerMillimetre) * 10) / 10;
}
