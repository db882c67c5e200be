/** Words in the pages: found across the lines of a paragraph, as a person reads it, not across paragraphs or cells. */

/** What is read as one text: a paragraph's part on its page, or a cell of a table. */
const textSelector = '[data-block]:not(.document-figure, .document-chart), .document-cell';

/** Where `words` stand in `text`, upper and lower case alike, from left to right without overlap. */
export function findWords(text: string, words: string): number[] {
  const sought = words.toLowerCase();
  const places: number[] = [];
  if (sought === '') return places;
  const inText = text.toLowerCase();
  for (let at = inText.indexOf(sought); at !== -1; at = inText.indexOf(sought, at + sought.length))
    places.push(at);
  return places;
}

function textNodesOf(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) nodes.push(node);
  }
  return nodes;
}

/** The stretch of a text that is spread over several nodes. */
function rangeIn(nodes: readonly Text[], start: number, end: number): Range {
  const range = document.createRange();
  let before = 0;
  for (const node of nodes) {
    const behind = before + node.length;
    if (start >= before && start < behind) range.setStart(node, start - before);
    if (end > before && end <= behind) range.setEnd(node, end - before);
    before = behind;
  }
  return range;
}

/** All places of the pages that hold these words, in reading order. */
export function foundRanges(desk: Element, words: string): Range[] {
  return [...desk.querySelectorAll(textSelector)].flatMap((element) => {
    const nodes = textNodesOf(element);
    const text = nodes.map(({ data }) => data).join('');
    return findWords(text, words).map((at) => rangeIn(nodes, at, at + words.length));
  });
}
