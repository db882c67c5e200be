/** The text that is selected in the chapter, with its numbers as they are shown. */
import type { ChapterEditor } from './chapter-editor.ts';
import { bindingOf } from './schema.ts';

export function selectedText({ editor, shownText }: ChapterEditor): string {
  const { doc, selection } = editor.state;
  return doc.textBetween(selection.from, selection.to, '\n', (node) => {
    const binding = bindingOf(node);
    return binding ? shownText(binding) : '';
  });
}
