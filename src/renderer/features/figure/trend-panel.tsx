/** Below the grid: the selected indicator, or its topic, over up to eleven years; from here it goes into the report. */
import { Button, Menu, SegmentedControl, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { figureForms } from '../../../shared/domain/figure.ts';
import { figureContent } from '../../../shared/domain/figure-content.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import { keepChoice, keptChoice } from '../../app/kept-choice.ts';
import { useReportSession } from '../../app/report-session.ts';
import { navigate } from '../../app/route.ts';
import { ChartView } from './chart-view.tsx';
import { wishFigure } from './figure-wish.ts';
import { figureOfIndicators, type TrendGroup, trendGroups } from './new-figure.ts';
import styles from './trend-panel.module.css';

/** This year and up to ten before it. */
const mostYears = 11;
const openKey = 'trendPanel';
/** Below this the grid would keep three rows: there the drawing is folded until somebody unfolds it. */
const lowWindow = '(max-height: 38rem)';

function startsOpen(): boolean {
  const kept = keptChoice(openKey);
  return kept === null ? !window.matchMedia(lowWindow).matches : kept === 'open';
}
const scopes = ['indicator', 'topic'] as const;
type Scope = (typeof scopes)[number];

interface Shown {
  title: string;
  form: 'column' | 'line';
  /** Drawn here. */
  drawnIds: string[];
  /** What a table of the same holds. */
  tableIds: string[];
}

export function TrendPanel({ indicator }: { indicator: Indicator | undefined }) {
  const { t } = useTranslation('figure');
  const [isOpen, setOpen] = useState(startsOpen);
  const [scope, setScope] = useState<Scope>('indicator');
  const [groupKey, setGroupKey] = useState<string | null>(null);
  const topics = useReportSession((session) => session.tables.topics);
  const indicators = useReportSession((session) => session.tables.indicators);
  const toggle = () => {
    keepChoice(openKey, isOpen ? 'closed' : 'open');
    setOpen(!isOpen);
  };
  const inTopic = useMemo(
    () => indicators.filter(({ topicId }) => topicId === indicator?.topicId),
    [indicators, indicator?.topicId],
  );
  const groups = useMemo(() => trendGroups(inTopic), [inTopic]);
  const group =
    groups.find(({ key }) => key === groupKey) ??
    groups.find(({ indicatorIds }) => indicatorIds.some((id) => id === indicator?.id)) ??
    groups[0];
  const topicName = topics.find(({ id }) => id === indicator?.topicId)?.name ?? '';
  const shown = useMemo(
    () => indicator && shownIn(scope, indicator, topicName, inTopic, group),
    [scope, indicator, topicName, inTopic, group],
  );
  return (
    <section className={styles.panel} aria-label={t('trend.label')} data-open={isOpen}>
      <div className={styles.head}>
        <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={toggle}>
          {t('trend.title')}
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
        </button>
        {isOpen && (
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('trend.scope')}
              value={scope}
              data={scopes.map((value) => ({ value, label: t(`trend.${value}`) }))}
              onChange={(value) => setScope(value === 'topic' ? 'topic' : 'indicator')}
            />
            {scope === 'topic' && groups.length > 1 && (
              <Select
                size="xs"
                w="9rem"
                aria-label={t('trend.unit')}
                allowDeselect={false}
                value={group?.key ?? null}
                data={groups.map(({ key, unit, part }) => ({
                  value: key,
                  label: t(part === 0 ? 'trend.ofUnit' : 'trend.ofUnitPart', {
                    unit: unit === '' ? t('trend.noUnit') : unit,
                    part,
                  }),
                }))}
                onChange={setGroupKey}
              />
            )}
            <span className={styles.space} />
            {shown && <InsertMenu shown={shown} />}
          </>
        )}
      </div>
      {isOpen && <Drawing shown={shown} isDate={scope === 'indicator' && indicator?.kind === 'date'} />}
    </section>
  );
}

function shownIn(
  scope: Scope,
  indicator: Indicator,
  topicName: string,
  inTopic: readonly Indicator[],
  group: TrendGroup | undefined,
): Shown {
  if (scope === 'indicator') {
    const ids = [indicator.id];
    return { title: `${indicator.name}变化情况`, form: 'column', drawnIds: ids, tableIds: ids };
  }
  return {
    title: `${topicName}主要数据`,
    form: 'line',
    drawnIds: group?.indicatorIds ?? [],
    tableIds: inTopic.map(({ id }) => id),
  };
}

function Drawing({ shown, isDate }: { shown: Shown | undefined; isDate: boolean }) {
  const { t } = useTranslation('figure');
  const book = useReportSession((session) => session.book);
  const reportYear = useReportSession((session) => session.report.year);
  const content = useMemo(() => {
    if (shown === undefined || isDate || shown.drawnIds.length === 0) return null;
    const { form, drawnIds } = shown;
    const figure = { id: 'trend', title: '', form, indicatorIds: drawnIds, years: mostYears };
    return figureContent(figure, reportYear, book);
  }, [shown, isDate, reportYear, book]);
  const isEmpty = !content?.rows.some(({ cells }) => cells.some(({ value }) => value !== null));
  return (
    <div className={styles.body}>
      {content === null || isEmpty ? (
        <p className={styles.none}>{t(isDate ? 'trend.date' : 'trend.none')}</p>
      ) : (
        <ChartView content={content} />
      )}
    </div>
  );
}

function InsertMenu({ shown }: { shown: Shown }) {
  const { t } = useTranslation('figure');
  const canInsert = useReportSession(
    (session) => session.report.state !== 'final' && session.selectedChapterId !== null,
  );
  const reportId = useReportSession((session) => session.report.id);
  const chapter = useReportSession((session) => {
    const selected = session.numbered.find((one) => one.chapter.id === session.selectedChapterId);
    return selected ? `${selected.marker}${selected.chapter.heading}` : '';
  });
  const insert = (form: (typeof figureForms)[number]) => {
    const ids = form === 'table' ? shown.tableIds : shown.drawnIds;
    wishFigure(figureOfIndicators(form, shown.title, ids, () => crypto.randomUUID()));
    navigate({ screen: 'report', reportId, place: 'write' });
  };
  return (
    <Menu position="top-end" withinPortal disabled={!canInsert}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" disabled={!canInsert}>
          {t('trend.insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('trend.insertInto', { chapter: chapter || t('trend.unnamedChapter') })}</Menu.Label>
        {figureForms.map((form) => (
          <Menu.Item
            key={form}
            disabled={form !== 'table' && shown.drawnIds.length === 0}
            onClick={() => insert(form)}
          >
            {t(`form.${form}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
