/** Prints the pages that are shown, on paper of their own size. */
import type { DocumentPage } from '../../../shared/domain/paged-document.ts';

const millimetresPerPoint = 25.4 / 72;

function millimetres(points: number): string {
  return `${(points * millimetresPerPoint).toFixed(2)}mm`;
}

/** Rules that give each page its paper, without margins: they are part of the page. Names: see preview.module.css. */
export function paperRules(pages: readonly Pick<DocumentPage, 'width' | 'height' | 'landscape'>[]): string[] {
  const upright = pages.find(({ landscape }) => !landscape);
  const turned = pages.find(({ landscape }) => landscape);
  const rule = (name: string, page: Pick<DocumentPage, 'width' | 'height'>) =>
    `@page ${name} { size: ${millimetres(page.width)} ${millimetres(page.height)}; margin: 0; }`;
  return [...(upright ? [rule('upright', upright)] : []), ...(turned ? [rule('turned', turned)] : [])];
}

/** Holds for as long as the pages are shown; the returned function ends it. Set through the object model: no inline style. */
export function layPaper(pages: readonly DocumentPage[]): () => void {
  const sheet = new CSSStyleSheet();
  for (const rule of paperRules(pages)) sheet.insertRule(rule, sheet.cssRules.length);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
