/** The tools above the page. Each says in its tooltip which key does the same. */
import { Menu } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { reportSession, useReportSession } from '../../../app/report-session.ts';
import { carriedPositions, confirmCarried } from './carried-paragraph.ts';
import type { ChapterEditor } from './chapter-editor.ts';
import { selectedFigure, writeBelow } from './figure/figure-commands.ts';
import { FigureTool } from './figure/figure-tool.tsx';
import { countOpenFacts } from './open-facts.ts';
import { ShiftTool } from './shift-tool.tsx';
import { Tool } from './tool.tsx';
import styles from './toolbar.module.css';

export interface ToolbarProps {
  chapterEditor: ChapterEditor;
  onCompare: () => void;
  /** A figure was put into the text: its card is to be opened. */
  onFigure: (figureId: string) => void;
  /** The number at the caret is to be bound. */
  onBind: () => void;
  /** What is selected is to be put under a condition. */
  onCondition: () => void;
}

/** Types the @ that opens the search; below a selected figure, which it would otherwise take the place of. */
function searchNumber(editor: Editor): void {
  const figure = selectedFigure(editor.state);
  if (figure !== null) editor.view.dispatch(writeBelow(editor.state, figure, ''));
  editor.chain().focus().insertContent('@').run();
}

export function Toolbar({ chapterEditor, onCompare, onFigure, onBind, onCondition }: ToolbarProps) {
  const { editor } = chapterEditor;
  const { t } = useTranslation('write');
  const tools = useEditorState({
    editor,
    selector: ({ editor: { state, isEditable } }) => {
      const inChapter = carriedPositions(state.doc, 0, state.doc.content.size);
      // Before anybody has put the caret somewhere, no paragraph is meant.
      const here = chapterEditor.hasCaret()
        ? carriedPositions(state.doc, state.selection.from, state.selection.to)
        : [];
      return {
        isEditable,
        carriedHere: here.length,
        openHere: countOpenFacts(state, here),
        carriedInChapter: inChapter.length,
        openInChapter: countOpenFacts(state, inChapter),
      };
    },
  });
  const canUndo = useReportSession((session) => session.canUndo);
  const canRedo = useReportSession((session) => session.canRedo);
  const confirm = (from: number, to: number) => {
    const transaction = confirmCarried(editor.state, carriedPositions(editor.state.doc, from, to));
    if (transaction) editor.view.dispatch(transaction);
    editor.view.focus();
  };
  const { selection, doc } = editor.state;
  return (
    <div role="toolbar" aria-label={t('toolbar.label')} className={styles.toolbar}>
      {tools.isEditable && (
        <>
          <Tool
            label={t('toolbar.undo')}
            keys="Ctrl+Z"
            disabled={!canUndo}
            onClick={() => void reportSession.getState().undo()}
          />
          <Tool
            label={t('toolbar.redo')}
            keys="Ctrl+Y"
            disabled={!canRedo}
            onClick={() => void reportSession.getState().redo()}
          />
          <span className={styles.separator} />
          <Tool
            accent
            label={t('toolbar.insert')}
            hint={t('toolbar.insertHint')}
            onClick={() => searchNumber(editor)}
          />
          <FigureTool chapterEditor={chapterEditor} onOpened={onFigure} />
          <span className={styles.separator} />
          <Tool label={t('bindText.tool')} hint={t('bindText.toolHint')} keys="Alt+Y" onClick={onBind} />
          <Tool
            label={t('condition.tool')}
            hint={t('condition.toolHint')}
            keys="Alt+C"
            onClick={onCondition}
          />
          <span className={styles.separator} />
          <Tool
            label={
              tools.openHere === 0 ? t('toolbar.confirm') : t('carried.acceptAll', { count: tools.openHere })
            }
            hint={t('toolbar.confirmHint')}
            keys="Ctrl+Enter"
            disabled={tools.carriedHere === 0}
            onClick={() => confirm(selection.from, selection.to)}
          />
          {tools.carriedInChapter > 0 && (
            <Menu position="bottom-start" withinPortal>
              <Menu.Target>
                <button type="button" className={styles.more} aria-label={t('toolbar.confirmMore')}>
                  ▾
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => confirm(0, doc.content.size)}>
                  {tools.openInChapter === 0
                    ? t('toolbar.confirmChapter', { count: tools.carriedInChapter })
                    : t('toolbar.acceptChapter', {
                        count: tools.carriedInChapter,
                        facts: tools.openInChapter,
                      })}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
          <span className={styles.separator} />
        </>
      )}
      <Tool label={t('toolbar.compare')} hint={t('toolbar.compareHint')} onClick={onCompare} />
      {tools.isEditable && <ShiftTool chapterEditor={chapterEditor} />}
    </div>
  );
}
