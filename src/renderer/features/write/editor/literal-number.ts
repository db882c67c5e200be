/** The literal number at the caret or in the selection, and the step that puts a binding in its place. */
import { closeHistory } from '@tiptap/pm/history';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { BindingAttributes } from '../../../../shared/domain/document.ts';
import { type Literal, literalAt } from '../../../../shared/domain/propose/bind-literal.ts';
import { bindingMark } from '../../../../shared/domain/propose/found-in-chapters.ts';
import type { BindablePlace } from '../../../../shared/domain/propose/place.ts';
import { insertBinding } from './insert.ts';

export interface LiteralNumber {
  literal: Literal;
  /** Position of its paragraph's first character. */
  base: number;
}

/** Null where neither the selection nor the caret touches a single number of this paragraph. */
export function literalNumberAt({ selection }: EditorState, reportYear: number): LiteralNumber | null {
  const { $from, to } = selection;
  const { parent } = $from;
  if (!parent.isTextblock) return null;
  const base = $from.start();
  const text = parent.textBetween(0, parent.content.size, '', bindingMark);
  const end = Math.min(to - base, parent.content.size);
  const literal = literalAt(text, $from.parentOffset, end, reportYear);
  return literal && { literal, base };
}

/** Null where the text has changed meanwhile and the number no longer stands there. */
export function bindLiteral(
  state: EditorState,
  { base }: LiteralNumber,
  { start, end, text }: BindablePlace,
  binding: BindingAttributes,
): Transaction | null {
  const range = { from: base + start, to: base + end };
  if (range.to > state.doc.content.size) return null;
  if (state.doc.textBetween(range.from, range.to, '\n', bindingMark) !== text) return null;
  // What was typed just before is another step of undoing.
  return closeHistory(insertBinding(state, binding, range));
}
