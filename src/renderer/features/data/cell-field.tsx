/**
 * The text field that stands, unseen, on the grid's current cell and always has the keyboard. It appears as soon as
 * something is typed. Being a real field that is focused beforehand, an input method can compose in it from the very
 * first key, and no key is lost while the grid redraws.
 */
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { CellPosition } from './cell-selection.ts';
import { type GridIntent, intentOfKey, type TypingMode } from './grid-keys.ts';
import type { ClipboardTexts } from './pasted-table.ts';
import { typedText } from './typed-text.ts';

export interface CellFieldHandle {
  focus(): void;
  /** Opens the current cell with its text, as F2 does. */
  edit(): void;
  commit(): void;
}

export interface CellFieldProps {
  handle: Ref<CellFieldHandle>;
  position: CellPosition;
  label: string;
  canEdit: boolean;
  numeric: boolean;
  startText: string;
  describedBy: string | undefined;
  /** Where the cell stands inside the grid, in pixels. */
  place: { left: number; top: number; width: number; height: number };
  onCommit: (position: CellPosition, text: string) => void;
  /** False when the intent leaves the grid, so that the browser may carry it out. */
  onIntent: (intent: GridIntent) => boolean;
  onRefusedTyping: () => void;
  /** F2 or a double click on what is not typed: a formula, a name. */
  onRefusedEdit: () => void;
  onFillTyped: (text: string) => void;
  onPaste: (texts: ClipboardTexts) => void;
  onCopy: () => ClipboardTexts;
}

interface Draft {
  mode: Exclude<TypingMode, 'standing'>;
  text: string;
  position: CellPosition;
}

function copyTo(data: DataTransfer, { text, html }: ClipboardTexts): void {
  data.setData('text/plain', text);
  data.setData('text/html', html);
}

export function CellField(props: CellFieldProps) {
  const { handle, position, canEdit, startText, place, onCommit } = props;
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [composing, setComposing] = useState(false);
  const told = draft === null || composing ? null : draft.text;
  useEffect(() => {
    typedText.setState({ text: told });
    return () => typedText.setState({ text: null });
  }, [told]);

  const commit = () => {
    if (draft === null) return;
    setDraft(null);
    if (draft.mode === 'typing' || draft.text !== startText) onCommit(draft.position, draft.text);
  };
  const edit = () => {
    if (!canEdit) return props.onRefusedEdit();
    setDraft({ mode: 'editing', text: startText, position });
    field.current?.focus({ preventScroll: true });
  };
  const type = (text: string) => {
    if (canEdit) setDraft((current) => ({ mode: current?.mode ?? 'typing', text, position }));
    else props.onRefusedTyping();
  };

  useImperativeHandle(handle, () => ({
    focus: () => field.current?.focus({ preventScroll: true }),
    edit,
    commit,
  }));

  // Leaving the place in the middle of a word must not lose the word.
  const commitOnLeave = useRef(commit);
  commitOnLeave.current = commit;
  useEffect(() => () => commitOnLeave.current(), []);

  return (
    <input
      ref={field}
      className={draft === null ? 'data-field' : 'data-field data-field-open'}
      style={{ left: place.left, top: place.top, minWidth: place.width, height: place.height }}
      data-numeric={props.numeric}
      data-mode={draft?.mode ?? 'standing'}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-readonly={!canEdit}
      autoComplete="off"
      spellCheck={false}
      value={draft?.text ?? ''}
      onChange={(event) => type(event.target.value)}
      onCompositionStart={() => {
        setComposing(true);
        if (draft === null) type('');
      }}
      onCompositionEnd={() => setComposing(false)}
      onBlur={commit}
      onKeyDown={(event) => {
        const intent = intentOfKey(
          {
            key: event.key,
            code: event.code,
            ctrl: event.ctrlKey || event.metaKey,
            shift: event.shiftKey,
            alt: event.altKey,
            composing: event.nativeEvent.isComposing || event.key === 'Process',
          },
          draft?.mode ?? 'standing',
        );
        if (intent === null) return;
        event.stopPropagation();
        if (intent.do === 'cancel' && draft !== null) setDraft(null);
        else if (intent.do === 'fillTyped') {
          setDraft(null);
          if (draft !== null) props.onFillTyped(draft.text);
        } else if (intent.do === 'edit') edit();
        else {
          commit();
          if (!props.onIntent(intent)) return;
        }
        event.preventDefault();
      }}
      onPaste={(event) => {
        if (draft !== null) return;
        event.preventDefault();
        const { clipboardData: data } = event;
        props.onPaste({ text: data.getData('text/plain'), html: data.getData('text/html') });
      }}
      onCopy={(event) => {
        if (draft !== null) return;
        event.preventDefault();
        copyTo(event.clipboardData, props.onCopy());
      }}
      onCut={(event) => {
        if (draft !== null) return;
        event.preventDefault();
        copyTo(event.clipboardData, props.onCopy());
        props.onIntent({ do: 'act', action: 'clear' });
      }}
    />
  );
}
