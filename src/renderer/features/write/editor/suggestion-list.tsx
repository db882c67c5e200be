/** The list that typing @ opens. The caret stays in the text; keys are handled by suggestion.ts. */
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SuggestionStore } from './suggestion.ts';

export function SuggestionList({ store, element }: { store: SuggestionStore; element: HTMLElement }) {
  const { t } = useTranslation('write');
  const open = useStore(store, (state) => state.open);
  const chosenRow = useRef<HTMLDivElement>(null);
  const chosen = open?.chosen;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chosen row is what must be scrolled to
  useEffect(() => chosenRow.current?.scrollIntoView({ block: 'nearest' }), [chosen]);
  if (!open) return null;
  return createPortal(
    <div className="number-suggestions" role="listbox" aria-label={t('suggestion.label')}>
      {open.items.length === 0 && (
        <p className="number-suggestions-none">{t('suggestion.none', { query: open.query })}</p>
      )}
      {open.items.map((item, index) => (
        <div
          key={item.indicatorId}
          role="option"
          tabIndex={-1}
          aria-selected={index === open.chosen}
          ref={index === open.chosen ? chosenRow : null}
          className="number-suggestion"
          onMouseDown={(event) => {
            event.preventDefault();
            open.choose(item);
          }}
        >
          <span className="number-suggestion-name">{item.name}</span>
          <span className={`number-chip number-${item.state}`}>
            {item.state === 'missing' ? t('binding.missing') : item.text}
          </span>
        </div>
      ))}
      {open.items.length > 0 && <p className="number-suggestions-keys">{t('suggestion.keys')}</p>}
    </div>,
    element,
  );
}
