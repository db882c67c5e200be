/** 源已变 in 意见: places of the whole report where a person's words stand over a number that has changed since. */
import { NodeSelection } from '@tiptap/pm/state';
import { useTranslation } from 'react-i18next';
import { renderBinding, tableText } from '../../../../shared/domain/binding-text.ts';
import { bindingsOf } from '../../../../shared/domain/document.ts';
import type { NumberBook } from '../../../../shared/domain/number-book.ts';
import type { NumberedChapter } from '../../../../shared/domain/outline.ts';
import { reportSession } from '../../../app/report-session.ts';
import type { ChapterEditor } from '../editor/chapter-editor.ts';
import { findBinding } from '../editor/insert.ts';
import styles from './findings-pane.module.css';

export interface ChangedPlace {
  chapterId: string;
  bindingId: string;
  name: string;
  /** What the text says, and what the tables say now. */
  text: string;
  table: string;
}

/** In reading order. Pure. */
export function changedPlaces(
  numbered: readonly NumberedChapter[],
  year: number,
  book: NumberBook,
): ChangedPlace[] {
  return numbered.flatMap(({ chapter }) =>
    bindingsOf(chapter.body).flatMap((binding) => {
      if (binding.override === undefined) return [];
      const { text, state } = renderBinding(binding, year, book);
      if (state !== 'sourceChanged') return [];
      const name = book.indicator(binding.indicatorId)?.name ?? binding.indicatorId;
      const table = tableText(binding, year, book).text;
      return [{ chapterId: chapter.id, bindingId: binding.id, name, text, table }];
    }),
  );
}

export interface ChangedPlacesProps {
  chapterEditor: ChapterEditor;
  places: readonly ChangedPlace[];
}

export function ChangedPlaces({ chapterEditor, places }: ChangedPlacesProps) {
  const { t } = useTranslation('format');
  if (places.length === 0) return null;
  const show = ({ chapterId, bindingId }: ChangedPlace) => {
    reportSession.getState().selectChapter(chapterId);
    const { state, view } = chapterEditor.editor;
    const position = findBinding(state, bindingId);
    if (position === null) return;
    view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, position)).scrollIntoView());
    view.focus();
  };
  return (
    <section>
      <h3 className={styles.heading}>{t('list.findings', { count: places.length })}</h3>
      <p className={styles.hint}>{t('list.settle')}</p>
      <ul className={styles.items}>
        {places.map((place) => (
          <li key={place.bindingId}>
            <button type="button" className={styles.item} onClick={() => show(place)}>
              <span className={styles.name}>{place.name}</span>
              <span className="number-chip number-sourceChanged">{place.text}</span>
              {t('list.instead', { text: place.table || t('override.none') })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
