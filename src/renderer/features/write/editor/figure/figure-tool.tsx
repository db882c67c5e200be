/** «插入图表»: a table or chart of the numbers the chapter already uses, below the caret; its card opens at once. */
import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FigureForm, figureForms } from '../../../../../shared/domain/figure.ts';
import { reportSession, useReportSession } from '../../../../app/report-session.ts';
import { figureForChapter } from '../../../figure/new-figure.ts';
import type { ChapterEditor } from '../chapter-editor.ts';
import { nodeToDocument } from '../schema.ts';
import toolbar from '../toolbar.module.css';
import { putFigure } from './put-figure.ts';

export interface FigureToolProps {
  chapterEditor: ChapterEditor;
  onOpened: (figureId: string) => void;
}

export function FigureTool({ chapterEditor, onOpened }: FigureToolProps) {
  const { t } = useTranslation('figure');
  const hasIndicators = useReportSession((session) => session.tables.indicators.length > 0);
  const insert = (form: FigureForm) => {
    const { chapters, selectedChapterId, tables } = reportSession.getState();
    const heading = chapters.find(({ id }) => id === selectedChapterId)?.heading ?? '';
    const body = nodeToDocument(chapterEditor.editor.state.doc);
    const figure = figureForChapter(form, { heading, body }, tables.indicators, () => crypto.randomUUID());
    if (figure === null) return;
    putFigure(chapterEditor, figure);
    onOpened(figure.id);
  };
  return (
    <Menu position="bottom-start" withinPortal returnFocus={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          fw={400}
          className={toolbar.tool}
          color="dark"
          disabled={!hasIndicators}
          title={t(hasIndicators ? 'tool.hint' : 'tool.noIndicators')}
          onMouseDown={(event) => event.preventDefault()}
        >
          {t('tool.insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {figureForms.map((form) => (
          <Menu.Item key={form} onClick={() => insert(form)}>
            {t(`form.${form}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
