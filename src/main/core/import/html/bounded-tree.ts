/** An untrusted web page as a tree, made by parse5 within bounds that keep its time in proportion to the page. */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, type TreeAdapter } from 'parse5';
import { ExpectedFailure } from '../../../../shared/errors.ts';
import { importLimits } from '../import-limits.ts';

export type PageNode = DefaultTreeAdapterMap['childNode'];
export type PageElement = DefaultTreeAdapterMap['element'];

/** Throws ExpectedFailure import.tooLarge: too many nodes, nested too deeply, too many attributes of one element. */
export function pageTree(text: string): DefaultTreeAdapterMap['document'] {
  refuseAttributeFlood(text);
  return parse(text, { treeAdapter: boundedAdapter(), scriptingEnabled: false });
}

function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let nodes = 0;
  const depths = new WeakMap<object, number>();
  const count = () => {
    nodes += 1;
    if (nodes > importLimits.pageNodes) throw tooLarge(importLimits.pageNodes);
  };
  const place = (parent: object, node: object) => {
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > importLimits.pageDepth) throw tooLarge(importLimits.pageDepth);
    depths.set(node, depth);
  };
  return {
    ...defaultTreeAdapter,
    createElement(...parameters) {
      count();
      return defaultTreeAdapter.createElement(...parameters);
    },
    createCommentNode(data) {
      count();
      return defaultTreeAdapter.createCommentNode(data);
    },
    appendChild(parent, node) {
      place(parent, node);
      defaultTreeAdapter.appendChild(parent, node);
    },
    insertBefore(parent, node, reference) {
      place(parent, node);
      defaultTreeAdapter.insertBefore(parent, node, reference);
    },
    insertText(parent, piece) {
      count();
      defaultTreeAdapter.insertText(parent, piece);
    },
    insertTextBefore(parent, piece, reference) {
      count();
      defaultTreeAdapter.insertTextBefore(parent, piece, reference);
    },
  };
}

/** A piece of a tag: a value in quotes, the tag's end, or a name or bare value. */
const tagPiece = /=\s*"[^"]*"|=\s*'[^']*'|>|[^\s/>"'=][^\s/>=]*|["'=]/y;

/** parse5 compares each attribute of an element with all before it: time grows with the square of their number. */
function refuseAttributeFlood(text: string): void {
  const tagStart = /<[a-z]/gi;
  for (let match = tagStart.exec(text); match !== null; match = tagStart.exec(text)) {
    let at = match.index + 1;
    for (let pieces = 0; at < text.length; pieces += 1) {
      while (/[\s/]/.test(text.charAt(at))) at += 1;
      tagPiece.lastIndex = at;
      const piece = tagPiece.exec(text)?.[0];
      if (piece === undefined) break;
      at += piece.length;
      if (piece === '>') break;
      if (pieces > importLimits.elementAttributes) throw tooLarge(importLimits.elementAttributes);
    }
    tagStart.lastIndex = at;
  }
}

function tooLarge(limit: number): ExpectedFailure {
  return new ExpectedFailure('import.tooLarge', { limit });
}
