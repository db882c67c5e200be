/** How wide the half-width characters are in the Western font. */

/**
 * Advance widths of U+0020 to U+007E in 2048ths of the type size. Source: the table `hmtx` of Liberation Serif 2, whose
 * widths are those of Times New Roman by design.
 */
const advances = [
  512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479,
  1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479,
  1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569,
  1024, 569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983,
  1108,
];
const unitsPerEm = 2048;
const firstCode = 0x20;

/** Width in parts of the type size; null for a character that is not half-width. */
export function westernWidth(character: string): number | null {
  const advance = advances[character.charCodeAt(0) - firstCode];
  return advance === undefined ? null : advance / unitsPerEm;
}
