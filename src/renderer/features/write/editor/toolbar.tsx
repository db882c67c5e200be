/** The tools above the page. Each says in its tooltip which key does the same. */
import { Button, Menu, Tooltip } from '@mantine/core';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import { useEditorState } from '@tiptap/react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { carriedPositions, confirmCarried } from './carried-paragraph.ts';
import type { ChapterEditor } from './chapter-editor.ts';
import styles from './toolbar.module.css';

interface ToolProps {
  label: string;
  hint?: string;
  keys?: string;
  disabled?: boolean;
  accent?: boolean;
  onClick: () => void;
  children?: ReactNode;
}

/** The caret stays in the text while a tool is pressed. */
function keepCaret(event: MouseEvent): void {
  event.preventDefault();
}

function Tool({ label, hint, keys, disabled, accent, onClick }: ToolProps) {
  const said = [hint, keys].filter(Boolean).join(' · ');
  return (
    <Tooltip label={said} disabled={said === ''} multiline maw={280}>
      <Button
        variant="subtle"
        size="compact-sm"
        fw={400}
        className={styles.tool}
        color={accent ? 'official' : 'dark'}
        disabled={disabled ?? false}
        onMouseDown={keepCaret}
        onClick={onClick}
      >
        {label}
      </Button>
    </Tooltip>
  );
}

export interface ToolbarProps {
  chapterEditor: ChapterEditor;
  onCompare: () => void;
}

export function Toolbar({ chapterEditor, onCompare }: ToolbarProps) {
  const { editor } = chapterEditor;
  const { t } = useTranslation('write');
  const tools = useEditorState({
    editor,
    selector: ({ editor: { state, isEditable } }) => ({
      isEditable,
      canUndo: undoDepth(state) > 0,
      canRedo: redoDepth(state) > 0,
      // Before anybody has put the caret somewhere, no paragraph is meant.
      carriedHere: chapterEditor.hasCaret()
        ? carriedPositions(state.doc, state.selection.from, state.selection.to).length
        : 0,
      carriedInChapter: carriedPositions(state.doc, 0, state.doc.content.size).length,
    }),
  });
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
            disabled={!tools.canUndo}
            onClick={() => undo(editor.state, editor.view.dispatch)}
          />
          <Tool
            label={t('toolbar.redo')}
            keys="Ctrl+Y"
            disabled={!tools.canRedo}
            onClick={() => redo(editor.state, editor.view.dispatch)}
          />
          <span className={styles.separator} />
          <Tool
            accent
            label={t('toolbar.insert')}
            hint={t('toolbar.insertHint')}
            onClick={() => editor.chain().focus().insertContent('@').run()}
          />
          <span className={styles.separator} />
          <Tool
            label={t('toolbar.confirm')}
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
                  {t('toolbar.confirmChapter', { count: tools.carriedInChapter })}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
          <span className={styles.separator} />
        </>
      )}
      <Tool label={t('toolbar.compare')} hint={t('toolbar.compareHint')} onClick={onCompare} />
    </div>
  );
}
