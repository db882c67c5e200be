/** 数据 beside the text in 写作: finds an indicator, shows and changes its numbers, brings it into the text. */
import { TextInput, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BindingFormat } from '../../../shared/domain/binding-format.ts';
import { entryText } from '../../../shared/domain/cell-input.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import { useAskedIndicators } from '../../app/asked-indicators.ts';
import { useReportSession } from '../../app/report-session.ts';
import { draggedIndicatorType } from '../write/editor/indicator-drop.ts';
import { findIndicators } from '../write/editor/indicator-search.ts';
import { useReadName } from '../write/editor/use-read-name.ts';
import { rowStatus } from './number-rows.ts';
import { PaneIndicator } from './pane-indicator.tsx';
import './data-place.css';
import './number-state.css';
import './cell-details.css';
import './number-pane.css';

export interface NumberPaneProps {
  selectedIndicatorId: string | null;
  onSelect: (indicatorId: string) => void;
  /** Null where the text cannot be changed: a final report. */
  onInsert: ((indicatorId: string, format: BindingFormat) => void) | null;
}

export function NumberPane({ selectedIndicatorId, onSelect, onInsert }: NumberPaneProps) {
  const { t } = useTranslation('data');
  const [query, setQuery] = useState('');
  const topics = useReportSession((session) => session.tables.topics);
  const indicators = useAskedIndicators();
  const read = useReadName();
  const selected = indicators.find(({ id }) => id === selectedIndicatorId);
  const groups = useMemo(() => {
    const found =
      query.trim() === '' ? indicators : findIndicators(indicators, query, indicators.length, read);
    const byTopic = Map.groupBy(found, ({ topicId }) => topicId);
    return topics.flatMap((topic) => {
      const inTopic = byTopic.get(topic.id);
      return inTopic === undefined ? [] : [{ topic, inTopic }];
    });
  }, [topics, indicators, query, read]);
  return (
    <section className="data-pane" aria-label={t('pane.label')}>
      <div className="data-pane-head">
        {selected === undefined ? (
          <p className="data-faint">{t('pane.choose')}</p>
        ) : (
          <PaneIndicator
            key={selected.id}
            indicator={selected}
            onInsert={onInsert && ((format) => onInsert(selected.id, format))}
          />
        )}
        <TextInput
          size="xs"
          type="search"
          aria-label={t('pane.search')}
          placeholder={t('pane.search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <div>
        {groups.length === 0 && <p className="data-faint">{t('pane.noMatch', { text: query })}</p>}
        {groups.map(({ topic, inTopic }) => (
          <section key={topic.id}>
            <h3 className="data-caption">{topic.name}</h3>
            {inTopic.map((indicator) => (
              <PaneRow
                key={indicator.id}
                indicator={indicator}
                current={indicator.id === selectedIndicatorId}
                onSelect={onSelect}
                draggable={onInsert !== null}
              />
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}

interface PaneRowProps {
  indicator: Indicator;
  current: boolean;
  onSelect: (indicatorId: string) => void;
  /** It can be dragged into the text. */
  draggable: boolean;
}

function PaneRow({ indicator, current, onSelect, draggable }: PaneRowProps) {
  const { t } = useTranslation('data');
  const cell = useReportSession((session) => session.book.cell(indicator.id, session.report.year));
  const status = cell.problem === null ? rowStatus(indicator, cell) : 'problem';
  const text = entryText(cell.entry, indicator, t('notApplicable'));
  return (
    <UnstyledButton
      className="data-pane-row"
      aria-current={current}
      title={t(`status.${status}`)}
      draggable={draggable}
      onDragStart={(event) => {
        event.dataTransfer.setData(draggedIndicatorType, indicator.id);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={() => onSelect(indicator.id)}
    >
      <span className="data-topic-name">{indicator.name}</span>
      <span className={`data-chip data-chip-${status}`}>
        {text === '' ? t(`status.${status}`) : text}
        {cell.entry.kind === 'number' && indicator.unit}
      </span>
    </UnstyledButton>
  );
}
