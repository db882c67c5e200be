/** Characters of symbol fonts that stand for plain ones: bullets, boxes, ticks. */
const symbols: Record<number, string> = {
  82: '☑',
  108: '●',
  110: '■',
  111: '□',
  117: '◆',
  168: '□',
  183: '•',
  216: '➢',
  252: '✓',
  254: '☑',
};

/** The plain character for a code point of a symbol font, or itself; nothing for a code that is none. */
export function plainSymbol(code: number): string {
  if (!(code >= 0x20 && code <= 0x10ffff)) return '';
  // Symbol fonts are addressed in the private area F000–F0FF or directly.
  return symbols[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : -1] ?? String.fromCodePoint(code);
}
