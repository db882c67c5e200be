/** A line to type into that hands on what was typed as soon as it holds, and never while an input method composes. */
import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';

export interface DraftInputProps
  extends Pick<TextInputProps, 'label' | 'placeholder' | 'maxLength' | 'className'> {
  value: string;
  /** Takes the text over, or says why it does not hold; the typed text then stays in the line, and only there. */
  onDraft: (text: string) => string | null;
}

export function DraftInput({ value, onDraft, ...rest }: DraftInputProps) {
  const [draft, setDraft] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  // Changed elsewhere, by undo for instance.
  useEffect(() => {
    setDraft(value);
    setProblem(null);
  }, [value]);
  const offer = (text: string) => setProblem(text === value ? null : onDraft(text));
  return (
    <TextInput
      {...rest}
      size="xs"
      value={draft}
      error={problem}
      onChange={(event) => {
        const { value: text } = event.currentTarget;
        setDraft(text);
        if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing)) offer(text);
      }}
      onCompositionEnd={(event) => offer(event.currentTarget.value)}
    />
  );
}
