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
  return node?.type.name === 'binding' ? bindingAttributesSchema.parse(node.attrs) : null;
}

/** The schema without an editor: for tests and for work on documents that no editor shows. */
export function writeSchema(): Schema {
  return getSchema([DocumentNode, ParagraphNode, TextNode, BindingNode, ConditionMark]);
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
  return { ...node.toJSON(), attrs: { carriedFrom, ...(accepted.length > 0 && { accepted }) } };
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
