/**
 * All matches of a global pattern that matches nothing empty, as `matchAll` gives them, without the copy of the
 * pattern that `matchAll` makes: on short paragraphs the copy costs more than the search.
 */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) matches.push(match);
  return matches;
}
