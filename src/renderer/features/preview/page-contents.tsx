/** The contents of a page, as the .pdf has them: the same neutral nodes, made into elements. */
import { createElement, memo, type ReactElement, useLayoutEffect, useRef } from 'react';
import { type DrawnFonts, type PageNode, pageNode } from '../../../shared/domain/page-nodes.ts';
import type { DocumentPage } from '../../../shared/domain/paged-document.ts';
import { svgElement } from './svg-element.ts';

/** What the screen adds to a block: it can have the keyboard, and be pointed at. */
type BlockAttributes = Record<`data-${string}`, string> & { tabIndex?: number };
const nothing: BlockAttributes = {};

function drawn(node: PageNode, key: number, added: BlockAttributes = nothing): ReactElement {
  const { tag, className, style, attributes, content } = node;
  const properties = { key, className, style, ...attributes, ...added };
  if ('svg' in content) return <Drawing {...properties} key={key} svg={content.svg} />;
  if ('text' in content) return createElement(tag, properties, content.text);
  return createElement(
    tag,
    properties,
    content.nodes.map((inner, index) => drawn(inner, index)),
  );
}

/** A drawing goes into the page as elements, for text in it is found and printed as text. */
function Drawing({ svg, ...properties }: { svg: string } & Record<string, unknown>) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => host.current?.replaceChildren(svgElement(svg)), [svg]);
  return <div ref={host} {...properties} />;
}

export interface PageContentsProps {
  page: DocumentPage;
  fonts: DrawnFonts;
  /** Index of a block that is pointed at. */
  marked: number | null;
}

/** Blocks stand in the tree as on the page, then its number: only they are places that lead somewhere. */
export const PageContents = memo(({ page, fonts, marked }: PageContentsProps) => {
  const { content, tag: _tag, ...sheet } = pageNode(page, fonts);
  const nodes = 'nodes' in content ? content.nodes : [];
  const added = (index: number): BlockAttributes => {
    const block = page.blocks[index];
    if (block === undefined || block.kind === 'rule') return nothing;
    return { tabIndex: -1, 'data-block': `${index}`, ...(index === marked ? { 'data-shown': '' } : {}) };
  };
  return (
    <div className={sheet.className} style={sheet.style} {...sheet.attributes}>
      {nodes.map((node, index) => drawn(node, index, added(index)))}
    </div>
  );
});
