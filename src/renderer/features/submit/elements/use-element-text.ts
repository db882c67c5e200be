import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from 'react';
import { reportSession, useReportSession } from '../../../app/report-session.ts';
import { fieldName } from './element-view.ts';
import { type ElementName, elementValue, recordElement, setElement } from './report-elements.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/**
 * The properties of a field that shows a 公文要素 and saves it as it is typed. What an input method is still composing is
 * shown, but not saved. Typing is taken back by the field itself; once it is left, the whole of it is one act of the
 * report's timeline.
 */
export function useElementText(name: ElementName) {
  const value = useReportSession(({ report }) => elementValue(report, name) ?? '');
  const [composing, setComposing] = useState<string | null>(null);
  /** What the element was when the field was entered; null while it is not. */
  const entered = useRef<string | null>(null);

  const leave = useRef(() => {
    if (entered.current === null) return;
    const { report, phase } = reportSession.getState();
    // A report that has been closed has no timeline any more.
    if (phase.kind === 'open') recordElement(name, entered.current, elementValue(report, name));
    entered.current = null;
  });
  // A place that is left by the keyboard does not blur its field first.
  useEffect(() => leave.current, []);

  return {
    name: fieldName(name),
    value: composing ?? value,
    onFocus: () => {
      entered.current = value;
    },
    onBlur: leave.current,
    onChange: ({ currentTarget, nativeEvent }: ChangeEvent<TextElement>) => {
      if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) setComposing(currentTarget.value);
      else setElement(name, currentTarget.value);
    },
    onCompositionEnd: ({ currentTarget }: CompositionEvent<TextElement>) => {
      setComposing(null);
      setElement(name, currentTarget.value);
    },
  };
}
