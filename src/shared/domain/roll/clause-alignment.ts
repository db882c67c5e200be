/** Which clause of one text became which clause of another, in reading order. Pure. */
import { characterPairs, likeness } from './likeness.ts';

/** A pair of clauses; one side is null where a clause was put in or struck out. */
export interface AlignedClauses {
  before: string | null;
  after: string | null;
}

/** Shared pairs of characters needed for two clauses to be the same one, rewritten. */
const alike = 0.4;

/** Beyond this many comparisons (200 clauses each) texts are not taken apart. */
const mostComparisons = 40_000;

function clausesOf(text: string): string[] {
  return text.match(/[^，。；：！？]+[，。；：！？]*|[，。；：！？]+/gu) ?? [];
}

/** For each pair of positions, the best sum of likenesses that the clauses from there on can reach. */
function bestSums(scores: readonly (readonly number[])[], rows: number, columns: number): number[][] {
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    const current = best[row] ?? [];
    for (let column = columns - 1; column >= 0; column -= 1) {
      const score = scores[row]?.[column] ?? 0;
      const paired = score >= alike ? score + at(row + 1, column + 1) : 0;
      current[column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  return best;
}

/** All clauses of both texts, paired so that the pairs are as alike as they can be without changing the order. */
export function alignClauses(before: string, after: string): AlignedClauses[] {
  const old = clausesOf(before);
  const now = clausesOf(after);
  if (old.length * now.length > mostComparisons) return [{ before, after }];
  const nowPairs = now.map(characterPairs);
  const scores = old.map((clause) => {
    const pairs = characterPairs(clause);
    return nowPairs.map((other, index) => (clause === now[index] ? 1 : likeness(pairs, other)));
  });
  const best = bestSums(scores, old.length, now.length);
  const aligned: AlignedClauses[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < now.length) {
    const oldClause = old[row] ?? null;
    const newClause = now[column] ?? null;
    const sum = best[row]?.[column] ?? 0;
    if (oldClause !== null && (newClause === null || sum === (best[row + 1]?.[column] ?? 0))) {
      aligned.push({ before: oldClause, after: null });
      row += 1;
    } else if (newClause !== null && (oldClause === null || sum === (best[row]?.[column + 1] ?? 0))) {
      aligned.push({ before: null, after: newClause });
      column += 1;
    } else {
      aligned.push({ before: oldClause, after: newClause });
      row += 1;
      column += 1;
    }
  }
  return aligned;
}
