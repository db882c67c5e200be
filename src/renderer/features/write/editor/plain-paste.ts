/**
 * Pasting. What comes from WPS, Word or a web page enters as plain paragraphs, without its formatting; what was copied
 * in this editor keeps its numbers as bindings and its conditional passages, each with an identity of its own.
 */
import { Extension } from '@tiptap/core';
import { Fragment, type Node as ProseMirrorNode, type Schema, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { conditionOfMark } from './condition-mark.ts';
import { FreshIds } from './fresh-ids.ts';
import { carriedAttribute, figureAttribute } from './schema.ts';

/** Lines of pasted text as paragraphs: no indent typed with spaces, no empty lines, no control characters. Pure. */
export function pastedParagraphs(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map((line) =>
      line
        .replace(/\t/gu, ' ')
        .replace(/[\p{Cc}\u200B\uFEFF\uFFFC]/gu, '')
        .replace(/\u00A0/gu, ' ')
        // Not by an expression: blanks within a line would be looked through again from each of them.
        .trim(),
    )
    .filter((line) => line !== '');
}

/** The slice that plain text becomes: open at both ends, so that it flows into the paragraph it is pasted into. */
export function sliceFromText(schema: Schema, text: string): Slice {
  const paragraphs = pastedParagraphs(text).map((line) => schema.node('paragraph', null, schema.text(line)));
  return paragraphs.length === 0 ? Slice.empty : new Slice(Fragment.from(paragraphs), 1, 1);
}

/** Whether HTML on the clipboard was put there by this editor. */
export function isOwnHtml(html: string): boolean {
  return (
    html.includes('data-pm-slice=') &&
    [carriedAttribute, figureAttribute].some((name) => html.includes(`${name}=`))
  );
}

/**
 * The same content with a new identity for each binding, figure and conditional passage: a copy is another place. The
 * pieces of one passage stay one passage.
 */
export function withFreshPlaces(fragment: Fragment, newId: () => string): Fragment {
  const passageIds = new FreshIds(newId);
  const fresh = (content: Fragment): Fragment => {
    const children: ProseMirrorNode[] = [];
    content.forEach((node) => {
      const marks = node.marks.map((mark) => {
        const condition = conditionOfMark(mark);
        return condition ? mark.type.create({ ...condition, id: passageIds.for(condition.id) }) : mark;
      });
      if (node.isText) children.push(node.mark(marks));
      else if (node.type.name === 'binding' || node.type.name === 'figure')
        children.push(node.type.create({ ...node.attrs, id: newId() }, null, marks));
      else children.push(node.copy(fresh(node.content)));
    });
    return Fragment.from(children);
  };
  return fresh(fragment);
}

export interface PlainPasteOptions {
  newId: () => string;
}

export const PlainPaste = Extension.create<PlainPasteOptions>({
  name: 'plainPaste',
  addOptions: () => ({ newId: () => crypto.randomUUID() }),
  addProseMirrorPlugins() {
    const { newId } = this.options;
    return [
      new Plugin({
        props: {
          handlePaste(view, event) {
            const clipboard = event.clipboardData;
            if (clipboard === null || isOwnHtml(clipboard.getData('text/html'))) return false;
            const slice = sliceFromText(view.state.schema, clipboard.getData('text/plain'));
            if (slice.size > 0) {
              view.dispatch(
                view.state.tr
                  .replaceSelection(slice)
                  .scrollIntoView()
                  .setMeta('paste', true)
                  .setMeta('uiEvent', 'paste'),
              );
            }
            return true;
          },
          clipboardTextParser: (text, $context) => sliceFromText($context.doc.type.schema, text),
          transformPasted: (slice) =>
            new Slice(withFreshPlaces(slice.content, newId), slice.openStart, slice.openEnd),
        },
      }),
    ];
  },
});
