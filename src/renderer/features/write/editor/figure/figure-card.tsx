/** The card of a figure: form, title, indicators and years. Every change is a step of the text and shown at once. */
import { ActionIcon, Button, CloseButton, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FigureAttributes, figureForms } from '../../../../../shared/domain/figure.ts';
import { figureChart } from '../../../../../shared/domain/figure-chart.ts';
import { figureContent } from '../../../../../shared/domain/figure-content.ts';
import { type ReportSession, reportSession, useReportSession } from '../../../../app/report-session.ts';
import { navigate } from '../../../../app/route.ts';
import { showIndicator } from '../../../data/data-view.ts';
import styles from './figure-card.module.css';
import { changeFigure, findFigure, removeFigure } from './figure-commands.ts';

const mostYears = 11;
const mostIndicators = 40;
const yearChoices = Array.from({ length: mostYears }, (_, index) => String(index + 1));
const tablesOf = (session: ReportSession) => session.tables;

export interface FigureCardProps {
  editor: Editor;
  figure: FigureAttributes;
  caption: string;
  onClose: () => void;
}

type Change = (change: Partial<Omit<FigureAttributes, 'id'>>) => void;

export function FigureCard({ editor, figure, caption, onClose }: FigureCardProps) {
  const { t } = useTranslation('figure');
  const change: Change = (wanted) => {
    const transaction = changeFigure(editor.state, figure.id, wanted);
    if (transaction) editor.view.dispatch(transaction);
  };
  const remove = () => {
    const position = findFigure(editor.state.doc, figure.id);
    if (position !== null) editor.view.dispatch(removeFigure(editor.state, position));
    onClose();
  };
  const [first] = figure.indicatorIds;
  const openData = () => {
    const { book, report } = reportSession.getState();
    const indicator = first === undefined ? undefined : book.indicator(first);
    if (indicator) showIndicator(indicator);
    navigate({ screen: 'report', reportId: report.id, place: 'data' });
  };
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <b>{caption}</b>
        <CloseButton size="sm" aria-label={t('card.close')} onClick={onClose} />
      </div>
      {editor.isEditable && (
        <>
          <div className={styles.line}>
            <SegmentedControl
              size="xs"
              aria-label={t('card.form')}
              value={figure.form}
              data={figureForms.map((value) => ({ value, label: t(`form.${value}`) }))}
              onChange={(value) => change({ form: figureForms.find((form) => form === value) ?? 'table' })}
            />
            <Select
              size="xs"
              w="6.5rem"
              aria-label={t('card.years')}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              value={String(figure.years)}
              data={yearChoices.map((value) => ({
                value,
                label: t('card.yearsOf', { count: Number(value) }),
              }))}
              onChange={(value) => change({ years: Number(value) })}
            />
          </div>
          <TitleField title={figure.title} onChange={(title) => change({ title })} />
          <IndicatorList figure={figure} change={change} />
        </>
      )}
      <Remarks figure={figure} />
      <div className={styles.acts}>
        <Button variant="subtle" size="compact-xs" onClick={openData}>
          {t('card.openData')}
        </Button>
        {editor.isEditable && (
          <Button variant="subtle" size="compact-xs" onClick={remove}>
            {t('card.remove')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What an input method is still composing is no title yet. */
function TitleField({ title, onChange }: { title: string; onChange: (title: string) => void }) {
  const { t } = useTranslation('figure');
  const [typed, setTyped] = useState(title);
  const take = (text: string, isComposing: boolean) => {
    setTyped(text);
    if (!isComposing) onChange(text);
  };
  return (
    <TextInput
      size="xs"
      data-autofocus
      maxLength={100}
      label={t('card.title')}
      placeholder={t('card.titlePlaceholder')}
      value={typed}
      onChange={({ currentTarget, nativeEvent }) =>
        take(currentTarget.value, nativeEvent instanceof InputEvent && nativeEvent.isComposing)
      }
      onCompositionEnd={(event) => take(event.currentTarget.value, false)}
    />
  );
}

function IndicatorList({ figure, change }: { figure: FigureAttributes; change: Change }) {
  const { t } = useTranslation('figure');
  const { topics, indicators } = useReportSession(tablesOf);
  const [searched, setSearched] = useState('');
  const { indicatorIds } = figure;
  const nameOf = (id: string) => indicators.find((one) => one.id === id)?.name ?? t('card.unknown');
  const move = (from: number, to: number) => {
    const moved = indicatorIds.filter((_, index) => index !== from);
    change({ indicatorIds: moved.toSpliced(to, 0, ...indicatorIds.slice(from, from + 1)) });
  };
  const others = topics.map(({ id, name }) => ({
    group: name,
    items: indicators
      .filter((one) => one.topicId === id && !indicatorIds.includes(one.id))
      .map((one) => ({ value: one.id, label: one.name })),
  }));
  return (
    <>
      <ul className={styles.indicators} aria-label={t('card.indicators')}>
        {indicatorIds.map((id, index) => (
          <li key={id}>
            <span className={styles.name}>{nameOf(id)}</span>
            <SmallButton
              label={t('card.up', { name: nameOf(id) })}
              sign="↑"
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            />
            <SmallButton
              label={t('card.down', { name: nameOf(id) })}
              sign="↓"
              disabled={index === indicatorIds.length - 1}
              onClick={() => move(index, index + 1)}
            />
            <SmallButton
              label={t('card.takeOut', { name: nameOf(id) })}
              sign="×"
              disabled={indicatorIds.length === 1}
              onClick={() => change({ indicatorIds: indicatorIds.filter((other) => other !== id) })}
            />
          </li>
        ))}
      </ul>
      <Select
        size="xs"
        searchable
        aria-label={t('card.add')}
        placeholder={t('card.add')}
        nothingFoundMessage={t('card.noMatch')}
        disabled={indicatorIds.length >= mostIndicators}
        comboboxProps={{ withinPortal: false }}
        maxDropdownHeight={180}
        value={null}
        searchValue={searched}
        onSearchChange={setSearched}
        data={others.filter(({ items }) => items.length > 0)}
        onChange={(id) => {
          setSearched('');
          if (id !== null) change({ indicatorIds: [...indicatorIds, id] });
        }}
      />
    </>
  );
}

function SmallButton(props: { label: string; sign: string; disabled: boolean; onClick: () => void }) {
  return (
    <ActionIcon
      size="xs"
      variant="transparent"
      color="gray"
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      {props.sign}
    </ActionIcon>
  );
}

/** What a person must know of what is shown: what is missing, left out, retired or gone. */
function Remarks({ figure }: { figure: FigureAttributes }) {
  const { t } = useTranslation('figure');
  const book = useReportSession((session) => session.book);
  const reportYear = useReportSession((session) => session.report.year);
  const content = figureContent(figure, reportYear, book);
  const count = (state: 'missing' | 'carried') =>
    content.rows.flatMap(({ cells }) => cells).filter((cell) => cell.state === state).length;
  const chart = figure.form === 'table' ? null : figureChart(content);
  const leftOut = (chart?.leftOut ?? []).map(({ name, reason }) => t(`remark.${reason}`, { name }));
  const retired = content.rows.flatMap(({ name, retiredAfter }) =>
    retiredAfter === null ? [] : [t('remark.retired', { name, year: retiredAfter })],
  );
  const unknown = content.rows.some(({ kind }) => kind === 'unknown') ? [t('remark.gone')] : [];
  const fewer =
    content.years.length < figure.years ? [t('remark.fewerYears', { year: content.years[0] })] : [];
  const remarks = [
    ...(count('missing') > 0 ? [t('remark.missing', { count: count('missing') })] : []),
    ...(count('carried') > 0 ? [t('remark.carried', { count: count('carried') })] : []),
    ...unknown,
    ...leftOut,
    ...retired,
    ...fewer,
  ];
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  );
}
