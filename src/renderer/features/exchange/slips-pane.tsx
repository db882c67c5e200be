/** 催报单: a slip per office that still owes something, on the screen as it will be on A4. */
import { Button, Group, Text } from '@mantine/core';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { OfficeProgress } from '../../../shared/domain/exchange/asked-indicators.ts';
import {
  type ReminderSlip,
  reminderSlip,
  slipColumns,
} from '../../../shared/domain/exchange/reminder-slip.ts';
import { useReportSession } from '../../app/report-session.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { localDay } from './local-day.ts';
import type { ExchangeHistory } from './use-exchange-history.ts';
import './slips.css';

interface SlipsPaneProps {
  progress: readonly OfficeProgress[];
  issues: ExchangeHistory['issues'];
}

export function SlipsPane({ progress, issues }: SlipsPaneProps) {
  const { t } = useTranslation('exchange');
  const year = useReportSession((session) => session.report.year);
  const book = useReportSession((session) => session.book);
  const organization = useWorkspace((workspace) => workspace.status?.organization?.name ?? '');
  const slips = progress.flatMap((one) => {
    const sent = issues.find(({ officeId }) => officeId === one.office.id);
    const issue = sent ? { number: sent.number, issuedOn: localDay(new Date(sent.issuedAt)) } : null;
    const today = localDay(new Date());
    return reminderSlip(one, { year, book, organization, issue, today }) ?? [];
  });
  if (slips.length === 0) return <EmptyState title={t('slips.none')} text={t('slips.noneText')} />;
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text fz="sm">{t('slips.text', { count: slips.length })}</Text>
        <Button onClick={() => window.print()}>{t('slips.print')}</Button>
      </Group>
      <Slips slips={slips} />
      {/* Printed in place of the whole page: a copy beside the program's own tree. */}
      {createPortal(<Slips slips={slips} printed />, document.body)}
    </>
  );
}

function Slips({ slips, printed = false }: { slips: readonly ReminderSlip[]; printed?: boolean }) {
  return (
    <div
      className={printed ? 'slips slips-printed' : 'slips'}
      aria-hidden={printed || undefined}
      lang="zh-CN"
    >
      {slips.map((slip) => (
        <article key={slip.officeId} className="slip">
          <h3>{slip.title}</h3>
          <p>{slip.salutation}</p>
          {slip.sentences.map((sentence) => (
            <p key={sentence} className="slip-sentence">
              {sentence}
            </p>
          ))}
          <table>
            <thead>
              <tr>
                {slipColumns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {slip.rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((text, index) => (
                    <td key={slipColumns[index]}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p className="slip-signature">
            {slip.signature}
            <br />
            {slip.date}
          </p>
        </article>
      ))}
    </div>
  );
}
