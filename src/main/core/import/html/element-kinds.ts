/** What the elements of a web page mean to a reader of its text. Source: HTML Standard 4, 15 (rendering). */
import type { DropReason } from '../../../../shared/domain/parsed-report.ts';
import type { PageElement } from './bounded-tree.ts';

/** Nobody sees what is in them: they belong to the page's machinery, not to its characters. */
export const machinery = new Set([
  ...['script', 'style', 'head', 'template', 'noscript', 'noframes', 'noembed', 'iframe', 'object'],
  ...['datalist', 'colgroup', 'audio', 'video', 'canvas', 'link', 'meta', 'title', 'base'],
]);

/** They begin and end lines. */
export const blocks = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'caption',
    'center',
    'dd',
    'details',
    'dialog',
    'dir',
  ],
  ...[
    'div',
    'dl',
    'dt',
    'fieldset',
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
  ],
  ...['header', 'hgroup', 'hr', 'html', 'legend', 'li', 'listing', 'main', 'menu', 'nav', 'ol', 'optgroup'],
  ...[
    'option',
    'p',
    'plaintext',
    'pre',
    'search',
    'section',
    'summary',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
  ],
  ...['tr', 'ul', 'xmp', 'frameset'],
]);

export const preformatted = new Set(['pre', 'listing', 'plaintext', 'xmp', 'textarea']);

const reasons: Record<string, DropReason> = {
  nav: 'navigation',
  select: 'navigation',
  button: 'navigation',
  textarea: 'navigation',
  del: 'deletedRevision',
  rt: 'markup',
  rp: 'markup',
  svg: 'picture',
};

/** Why the text within an element is listed as left out, or null. */
export function reasonToLeaveOut(element: PageElement): DropReason | null {
  const reason = Object.hasOwn(reasons, element.tagName) ? reasons[element.tagName] : undefined;
  return reason ?? (isHidden(element) ? 'markup' : null);
}

/** 1–6 of a heading element, else null. */
export function headingLevelOf(element: PageElement): number | null {
  const digit = /^h([1-6])$/.exec(element.tagName)?.[1];
  return digit === undefined ? null : Number(digit);
}

/** The value of an attribute, or undefined where the element has none of that name. */
export function attributeOf(element: PageElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** By its own attribute or style; what a style sheet or a script would hide is not known. */
function isHidden(element: PageElement): boolean {
  if (attributeOf(element, 'hidden') !== undefined) return true;
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(
    attributeOf(element, 'style') ?? '',
  );
}
