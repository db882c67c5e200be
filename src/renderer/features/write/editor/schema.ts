/**
 * The editor's ProseMirror schema: the same nodes as src/shared/domain/document.ts, and nothing else. What the schema
 * does not know (bold, colours, tables of another program) cannot enter a chapter's text.
 */
import { getSchema, Node as TiptapNode } from '@tiptap/core';
import type { Node as ProseMirrorNode, Schema } from '@tiptap/pm/model';
import {
  type BindingAttributes,
  bindingAttributesSchema,
  type ChapterDocument,
  chapterDocumentSchema,
  type ParagraphNode as ParagraphOfDocument,
  paragraphNodeSchema,
} from '../../../../shared/domain/document.ts';
import { type FigureAttributes, figureAttributesSchema } from '../../../../shared/domain/figure.ts';
import { ConditionMark } from './condition-mark.ts';

export const DocumentNode = TiptapNode.create({ name: 'doc', topNode: true, content: 'paragraph+' });

export const TextNode = TiptapNode.create({ name: 'text', group: 'inline' });

/** HTML attribute of a paragraph on the clipboard; its presence tells that the text comes from this editor. */
export const carriedAttribute = 'data-carried-from';
const bindingAttribute = 'data-binding';

function yearFrom(text: string | null): number | null {
  return text !== null && /^\d{4}$/.test(text) ? Number(text) : null;
}

export const ParagraphNode = TiptapNode.create({
  name: 'paragraph',
  priority: 1000,
  content: 'inline*',
  marks: 'condition',
  addAttributes: () => ({
    carriedFrom: {
      default: null,
      parseHTML: (element: HTMLElement) => yearFrom(element.getAttribute(carriedAttribute)),
    },
    // A decision belongs to the place where it was taken: it does not travel by clipboard.
    accepted: { default: null, rendered: false, parseHTML: () => null },
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ node }) => ['p', { [carriedAttribute]: String(node.attrs.carriedFrom ?? '') }, 0],
});

/** Attributes of a binding read from pasted HTML; anything that is not exactly a binding is refused. */
export function bindingFromAttribute(json: string | null): BindingAttributes | null {
  if (json === null) return null;
  try {
    return bindingAttributesSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

export interface BindingNodeOptions {
  /** The text a binding shows now; it stands on the clipboard and in search. */
  show: (attributes: BindingAttributes) => string;
}

export const BindingNode = TiptapNode.create<BindingNodeOptions>({
  name: 'binding',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: false,
  addOptions: () => ({ show: () => '' }),
  addAttributes: () => ({
    id: { isRequired: true, rendered: false, parseHTML: () => undefined },
    indicatorId: { isRequired: true, rendered: false, parseHTML: () => undefined },
    yearOffset: { isRequired: true, rendered: false, parseHTML: () => undefined },
    format: { isRequired: true, rendered: false, parseHTML: () => undefined },
    // Absent from the JSON of a place that nobody wrote over; null in the editor, where every attribute has a value.
    override: { default: null, rendered: false, parseHTML: () => undefined },
  }),
  parseHTML: () => [
    {
      tag: `span[${bindingAttribute}]`,
      getAttrs: (element) => bindingFromAttribute(element.getAttribute(bindingAttribute)) ?? false,
    },
  ],
  renderHTML({ node }) {
    const attributes = bindingOf(node);
    return [
      'span',
      { [bindingAttribute]: JSON.stringify(attributes) },
      attributes ? this.options.show(attributes) : '',
    ];
  },
  renderText({ node }) {
    const attributes = bindingOf(node);
    return attributes ? this.options.show(attributes) : '';
  },
});

/** The binding a node stands for, or null for any other node. */
export function bindingOf(node: ProseMirrorNode | null | undefined): BindingAttributes | null {
  return node?.type.name === 'binding' ? bindingAttributesSchema.parse(keptAttributes(node)) : null;
}

/** A binding's attributes as the document keeps them: no `override` where there is none. */
function keptAttributes({ attrs: { override, ...rest } }: ProseMirrorNode): object {
  return override === null ? rest : { ...rest, override };
}

/** An inline node as the document keeps it. */
function inlineToJson(node: ProseMirrorNode): object {
  return node.type.name === 'binding' ? { ...node.toJSON(), attrs: keptAttributes(node) } : node.toJSON();
}

/** HTML attribute of a figure on the clipboard; a figure copied alone has no paragraph around it. */
export const figureAttribute = 'data-figure';

/** Attributes of a figure read from pasted HTML; anything that is not exactly a figure is refused. */
export function figureFromAttribute(json: string | null): FigureAttributes | null {
  if (json === null) return null;
  try {
    return figureAttributesSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

export interface FigureNodeOptions {
  /** What stands for the figure in another program: its caption and its numbers, line by line. */
  text: (attributes: FigureAttributes) => string;
}

/** A table or chart. That it stands in a paragraph of its own is seen to by figure-alone.ts. */
export const FigureNode = TiptapNode.create<FigureNodeOptions>({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: false,
  marks: '',
  addOptions: () => ({ text: () => '' }),
  addAttributes: () => ({
    id: { isRequired: true, rendered: false, parseHTML: () => undefined },
    form: { isRequired: true, rendered: false, parseHTML: () => undefined },
    title: { isRequired: true, rendered: false, parseHTML: () => undefined },
    indicatorIds: { isRequired: true, rendered: false, parseHTML: () => undefined },
    years: { isRequired: true, rendered: false, parseHTML: () => undefined },
  }),
  parseHTML: () => [
    {
      tag: `span[${figureAttribute}]`,
      getAttrs: (element) => figureFromAttribute(element.getAttribute(figureAttribute)) ?? false,
    },
  ],
  renderHTML({ node }) {
    const attributes = figureOf(node);
    return [
      'span',
      { [figureAttribute]: JSON.stringify(attributes) },
      attributes ? this.options.text(attributes) : '',
    ];
  },
  renderText({ node }) {
    const attributes = figureOf(node);
    return attributes ? this.options.text(attributes) : '';
  },
});

/** The figure a node stands for, or null for any other node. */
export function figureOf(node: ProseMirrorNode | null | undefined): FigureAttributes | null {
  return node?.type.name === 'figure' ? figureAttributesSchema.parse(node.attrs) : null;
}

/** The schema without an editor: for tests and for work on documents that no editor shows. */
export function writeSchema(): Schema {
  return getSchema([DocumentNode, ParagraphNode, TextNode, BindingNode, FigureNode, ConditionMark]);
}

/** A chapter's body as a ProseMirror document. A body without paragraphs gets one, so that there is a place to type. */
export function documentToNode(schema: Schema, body: ChapterDocument): ProseMirrorNode {
  return schema.nodeFromJSON(
    body.content.length === 0 ? { ...body, content: [{ type: 'paragraph' }] } : body,
  );
}

/** What was decided to be kept of a carried paragraph's facts; none for any other. */
export function acceptedOf(paragraph: ProseMirrorNode): readonly string[] {
  const accepted: unknown = paragraph.attrs.accepted;
  return Array.isArray(accepted) ? accepted.filter((text) => typeof text === 'string') : [];
}

/** What is kept of a paragraph: no mark where its text was deleted, nothing accepted where it is not carried. */
function paragraphToJson(node: ProseMirrorNode): object {
  const carriedFrom = node.childCount === 0 ? null : node.attrs.carriedFrom;
  const accepted = carriedFrom === null ? [] : acceptedOf(node);
  const attrs = { carriedFrom, ...(accepted.length > 0 && { accepted }) };
  return {
    ...node.toJSON(),
    attrs,
    ...(node.childCount > 0 && { content: node.children.map(inlineToJson) }),
  };
}

/** A paragraph of the editor as the rules of the domain know it. */
export function nodeToParagraph(node: ProseMirrorNode): ParagraphOfDocument {
  return paragraphNodeSchema.parse(paragraphToJson(node));
}

/**
 * A ProseMirror document as a chapter's body, checked with the schema that the core checks it with. A paragraph whose
 * text was deleted carries nothing over any more, and what is not carried has nothing accepted.
 */
export function nodeToDocument(node: ProseMirrorNode): ChapterDocument {
  return chapterDocumentSchema.parse({ type: 'doc', content: node.children.map(paragraphToJson) });
}
