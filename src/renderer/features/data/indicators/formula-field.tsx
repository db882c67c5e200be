/** The formula as the clerk writes it: names are offered while typing, problem and result are told at once. */
import { Textarea, UnstyledButton } from '@mantine/core';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberTables } from '../../../../shared/contract.ts';
import { maximumTypedLength } from '../../../../shared/domain/formula.ts';
import type { FormulaNames } from '../../../../shared/domain/formula-names.ts';
import { type Completion, completed, completionsOf, wordBefore } from './formula-completion.ts';

export interface FormulaFieldProps {
  text: string;
  onChange: (text: string) => void;
  tables: Pick<NumberTables, 'indicators' | 'topics'>;
  names: FormulaNames;
  /** What is wrong, or null. */
  problem: string | null;
  /** What it comes to. */
  result: string;
  autoFocus: boolean;
}

/** More than may be saved can be typed: what is too long is told, not cut off. */
const typedLimit = maximumTypedLength * 2;

export function FormulaField({
  text,
  onChange,
  tables,
  names,
  problem,
  result,
  autoFocus,
}: FormulaFieldProps) {
  const { t } = useTranslation('indicator');
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [offered, setOffered] = useState<readonly Completion[]>([]);
  const [chosen, setChosen] = useState(0);
  const caretAfter = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });

  const offer = (value: string, caret: number, always: boolean) => {
    const word = wordBefore(value, caret).text;
    const found = word === '' && !always ? [] : completionsOf(word, tables, names);
    setOffered(found.some(({ label }) => label === word) ? [] : found);
    setChosen(0);
  };
  const take = (completion: Completion) => {
    const next = completed(text, field.current?.selectionStart ?? text.length, completion);
    caretAfter.current = next.caret;
    onChange(next.text);
    setOffered([]);
    field.current?.focus();
  };
  const open = offered.length > 0;

  return (
    <div className="indicator-formula">
      <Textarea
        ref={field}
        label={t('formula.label')}
        placeholder={t('formula.placeholder')}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={typedLimit}
        value={text}
        error={problem ?? undefined}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open ? `${listId}-${chosen}` : undefined}
        // While names are offered, Esc closes the list and not the dialog.
        data-mantine-stop-propagation={open}
        {...(autoFocus ? { 'data-autofocus': true } : {})}
        spellCheck={false}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          offer(event.currentTarget.value, event.currentTarget.selectionStart, false);
        }}
        onBlur={() => setOffered([])}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const completion = offered[chosen];
          if (event.key === 'ArrowDown' && !open) offer(text, event.currentTarget.selectionStart, true);
          else if (event.key === 'ArrowDown') setChosen((chosen + 1) % offered.length);
          else if (event.key === 'ArrowUp' && open) setChosen((chosen + offered.length - 1) % offered.length);
          else if (event.key === 'Escape' && open) setOffered([]);
          else if ((event.key === 'Enter' || event.key === 'Tab') && completion !== undefined)
            take(completion);
          else if (event.key === 'Enter') event.currentTarget.form?.requestSubmit();
          else return;
          event.preventDefault();
        }}
      />
      {open && (
        <div
          className="indicator-completions"
          role="listbox"
          id={listId}
          aria-label={t('formula.completions')}
        >
          {offered.map((completion, index) => (
            <UnstyledButton
              key={completion.insert}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              tabIndex={-1}
              className="indicator-completion"
              onMouseDown={(event) => {
                event.preventDefault();
                take(completion);
              }}
            >
              {completion.label}
              <span className="data-faint">{completion.detail}</span>
            </UnstyledButton>
          ))}
          <p className="data-faint">{t('formula.insertHint')}</p>
        </div>
      )}
      <p className="indicator-result" aria-live="polite">
        {result}
      </p>
    </div>
  );
}
