/** Whether letters typed on a Chinese keyboard name a stretch of a word: whole syllables, initials, or both mixed. Pure. */

/** Zh, ch and sh may be typed as one letter or as two. */
const longInitial = /^[zcs]h/;

function piecesOf(syllable: string): string[] {
  const pieces = [syllable, longInitial.exec(syllable)?.[0] ?? '', syllable.charAt(0)];
  return [...new Set(pieces)].filter((piece) => piece !== '');
}

function matchesFrom(syllables: readonly string[], at: number, letters: string): boolean {
  if (letters === '') return true;
  const syllable = syllables[at];
  if (syllable === undefined) return false;
  // The last syllable may be half typed.
  if (syllable.startsWith(letters)) return true;
  return piecesOf(syllable).some(
    (piece) => letters.startsWith(piece) && matchesFrom(syllables, at + 1, letters.slice(piece.length)),
  );
}

/** Index of the syllable at which `letters` (small, without blanks) begin to match, or null: «tjaj», «tiaojie», «tjanj». */
export function pinyinPlace(syllables: readonly string[], letters: string): number | null {
  const at = syllables.findIndex((_, index) => matchesFrom(syllables, index, letters));
  return at < 0 ? null : at;
}
