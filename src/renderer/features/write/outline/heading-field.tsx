/** A heading while it is typed: Enter or leaving keeps it, Escape gives back what stood there. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { cleanHeading } from './clean-heading.ts';

export interface HeadingFieldProps {
  heading: string;
  label: string;
  placeholder: string;
  className: string | undefined;
  /** Takes the caret, with the whole heading selected, as soon as it appears. */
  selectAtOnce?: boolean;
  /** Told once per edit, with the heading as it shall be; `next` when it was ended with Enter. */
  onDone: (heading: string, next: boolean) => void;
}

const longestHeading = 200;

export function HeadingField(props: HeadingFieldProps) {
  const { heading, label, placeholder, className, selectAtOnce, onDone } = props;
  const [text, setText] = useState(heading);
  const field = useRef<HTMLTextAreaElement>(null);
  const abandoned = useRef(false);
  useEffect(() => setText(heading), [heading]);
  useEffect(() => {
    if (selectAtOnce) field.current?.select();
  }, [selectAtOnce]);

  const finish = (next: boolean) => {
    const cleaned = abandoned.current || cleanHeading(text) === '' ? heading : cleanHeading(text);
    abandoned.current = false;
    setText(cleaned);
    onDone(cleaned, next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      finish(true);
    } else if (event.key === 'Escape') {
      abandoned.current = true;
      field.current?.blur();
    }
  };
  return (
    <textarea
      ref={field}
      rows={1}
      className={className}
      aria-label={label}
      placeholder={placeholder}
      maxLength={longestHeading}
      spellCheck={false}
      value={text}
      onChange={(event) => setText(event.currentTarget.value.replace(/\n/gu, ''))}
      onKeyDown={onKeyDown}
      onBlur={() => finish(false)}
    />
  );
}
