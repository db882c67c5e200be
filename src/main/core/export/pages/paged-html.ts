/** The pages as one HTML document to be printed as a .pdf. */

import type { FormatProfile } from '../../../../shared/domain/format-profile.ts';
import {
  type DrawnFonts,
  drawnFonts,
  type PageNode,
  pageNode,
} from '../../../../shared/domain/page-nodes.ts';
import type { DocumentPage, PagedDocument } from '../../../../shared/domain/paged-document.ts';

/** Fonts for printing: where they come from and which of the format's are not there. */
export interface PrintFaces {
  /** `@font-face` rules; '' where the fonts of the computer are enough. They are trusted: no user's text stands in them. */
  rules: string;
  isMissing: (name: string) => boolean;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? character);
}

function cssName(name: string): string {
  return name.startsWith('--') ? name : name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

function nodeHtml({ tag, className, style, attributes, content }: PageNode): string {
  const css = Object.entries(style)
    .map(([name, value]) => `${cssName(name)}:${value}`)
    .join(';');
  const named = { class: className, style: css, ...attributes };
  const written = Object.entries(named)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  return `<${tag}${written}>${contentHtml(content)}</${tag}>`;
}

function contentHtml(content: PageNode['content']): string {
  if ('text' in content) return escaped(content.text);
  if ('svg' in content) return content.svg;
  return content.nodes.map(nodeHtml).join('');
}

/** A page box that is as high as its paper may run over by a fraction of a pixel and bring an empty sheet after it. */
const slack = 1;

function pageRule(page: DocumentPage | undefined, name: string): string {
  if (page === undefined) return '';
  const { width, height } = page;
  const box = `.sheet-${name}{page:${name};width:${width}pt;height:${height - slack}pt;overflow:hidden}`;
  return `@page ${name}{size:${width}pt ${height}pt;margin:0}${box}`;
}

function sheet(page: DocumentPage, fonts: DrawnFonts): string {
  const name = page.landscape ? 'landscape' : 'upright';
  return `<div class="sheet sheet-${name}">${nodeHtml(pageNode(page, fonts))}</div>`;
}

/**
 * Each page is a sheet of its own size without margins, its headings are real headings and its text can be selected: the
 * printer makes outline and tags from them. Works without scripts and loads nothing but what `faces` names.
 */
export function pagedHtml(document: PagedDocument, format: FormatProfile, faces: PrintFaces): string {
  const fonts = drawnFonts(format, faces.isMissing);
  const { pages } = document;
  const rules = [
    faces.rules,
    pageRule(
      pages.find(({ landscape }) => !landscape),
      'upright',
    ),
    pageRule(
      pages.find(({ landscape }) => landscape),
      'landscape',
    ),
    'html,body{margin:0;padding:0}',
    '.sheet{break-after:page}',
    '.sheet:last-child{break-after:auto}',
  ].join('\n');
  const sheets = pages.map((page) => sheet(page, fonts)).join('\n');
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    `<head><meta charset="utf-8"><title>${escaped(document.title)}</title><style>`,
    rules,
    `</style></head><body>`,
    sheets,
    '</body></html>',
  ].join('\n');
}
