/** The left column of 数据: topics and offices, each with how much of it is filled. */
import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAskedIndicators } from '../../app/asked-indicators.ts';
import { useReportSession } from '../../app/report-session.ts';
import { ExchangeButton } from '../exchange/exchange-button.tsx';
import { chooseView, viewKey } from './data-view.ts';
import { countNumbers, filledOf, typedTotalOf } from './number-counts.ts';
import { indicatorsInView, type NumberView } from './number-rows.ts';

export function TopicList({ view }: { view: NumberView }) {
  const { t } = useTranslation('data');
  const tables = useReportSession((session) => session.tables);
  const indicators = useAskedIndicators();
  const officesInUse = useMemo(() => {
    const used = new Set(indicators.map(({ officeId }) => officeId));
    return tables.offices.filter(({ id }) => used.has(id));
  }, [indicators, tables.offices]);
  return (
    <nav className="data-topics" aria-label={t('topics')}>
      <ExchangeButton />
      <h2 className="data-caption">{t('topics')}</h2>
      {tables.topics.map(({ id, name }) => (
        <ViewButton key={id} name={name} view={{ kind: 'topic', topicId: id }} chosen={view} />
      ))}
      <ViewButton name={t('all')} view={{ kind: 'all' }} chosen={view} />
      {officesInUse.length > 0 && <h2 className="data-caption">{t('offices')}</h2>}
      {officesInUse.map(({ id, name }) => (
        <ViewButton key={id} name={name} view={{ kind: 'office', officeId: id }} chosen={view} />
      ))}
    </nav>
  );
}

function ViewButton({ name, view, chosen }: { name: string; view: NumberView; chosen: NumberView }) {
  const { t } = useTranslation('data');
  const indicators = useAskedIndicators();
  const book = useReportSession((session) => session.book);
  const year = useReportSession((session) => session.report.year);
  const counts = countNumbers(indicatorsInView(indicators, view), book, year);
  const filled = filledOf(counts);
  const total = typedTotalOf(counts);
  const current = viewKey(view) === viewKey(chosen);
  return (
    <UnstyledButton
      className="data-topic-button"
      aria-current={current}
      data-open={filled < total || counts.carried > 0}
      title={t('filledTitle', { ...counts, filled, total })}
      onClick={() => chooseView(view)}
    >
      <span className="data-topic-name">{name}</span>
      <span className="data-topic-count">{t('filledOf', { filled, total })}</span>
    </UnstyledButton>
  );
}
