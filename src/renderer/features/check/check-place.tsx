/** 校核: all findings of the report, grouped by what they block. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countOf, severities } from '../../../shared/domain/checks/finding.ts';
import { findingsSession, useFindings } from '../../app/findings.ts';
import { useReportSession } from '../../app/report-session.ts';
import { navigate } from '../../app/route.ts';
import { useDelayed } from '../../app/use-delayed.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import styles from './check.module.css';
import { FindingRow } from './finding-row.tsx';

export function CheckPlace() {
  const { t } = useTranslation(['check', 'common']);
  const failure = useFindings((findings) => findings.failure);
  const checked = useFindings((findings) => findings.checked);
  const open = useFindings((findings) => findings.open);
  const dismissed = useFindings((findings) => findings.dismissed);
  const slow = useDelayed(!checked, 300);

  if (failure !== null) {
    return (
      <div className={styles.column}>
        <FailureNote failure={failure} />
        <Button onClick={() => findingsSession.retry()}>{t('common:retry')}</Button>
      </div>
    );
  }
  if (!checked) return slow ? <p className={styles.checking}>{t('check:checking')}</p> : null;
  const counts = {
    blocks: countOf(open, 'blocks'),
    likely: countOf(open, 'likely'),
    hint: countOf(open, 'hint'),
    dismissed: dismissed.length,
  };
  return (
    <div className={styles.scroll}>
      <GroupLinks counts={counts} />
      <div className={styles.column}>
        {open.length === 0 ? <NothingFound /> : <p className={styles.summary}>{t('check:summary')}</p>}
        {severities.map((severity) => {
          const findings = open.filter((finding) => finding.severity === severity);
          return (
            <Group key={severity} group={severity} count={findings.length}>
              {findings.map((finding) => (
                <FindingRow key={finding.id} finding={finding} />
              ))}
            </Group>
          );
        })}
        <Group group="dismissed" count={dismissed.length}>
          {dismissed.map((one) => (
            <FindingRow key={one.finding.id} finding={one.finding} dismissed={one} />
          ))}
        </Group>
      </div>
    </div>
  );
}

const groups = [...severities, 'dismissed'] as const;
type GroupName = (typeof groups)[number];

/** The way to each group, so that a long one hides none. */
function GroupLinks({ counts }: { counts: Record<GroupName, number> }) {
  const { t } = useTranslation('check');
  const there = groups.filter((group) => counts[group] > 0);
  if (there.length < 2) return null;
  return (
    <nav className={styles.links} aria-label={t('groups')}>
      {there.map((group) => (
        <button
          key={group}
          type="button"
          className={styles.link}
          data-severity={group}
          onClick={() => document.getElementById(`check-${group}`)?.scrollIntoView()}
        >
          {t(`group.${group}`)}
          <span className={styles.count}>{counts[group]}</span>
        </button>
      ))}
    </nav>
  );
}

interface GroupProps {
  group: GroupName;
  count: number;
  children: ReactNode;
}

function Group({ group, count, children }: GroupProps) {
  const { t } = useTranslation('check');
  if (count === 0) return null;
  return (
    <section className={styles.group} aria-labelledby={`check-${group}`}>
      <h2 className={styles.heading} id={`check-${group}`} data-severity={group}>
        {t(`group.${group}`)}
        <span className={styles.count}>{count}</span>
      </h2>
      <p className={styles.hint}>{t(`groupHint.${group}`)}</p>
      <ul className={styles.rows}>{children}</ul>
    </section>
  );
}

function NothingFound() {
  const { t } = useTranslation('check');
  const reportId = useReportSession((session) => session.report.id);
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      actions={
        <Button onClick={() => navigate({ screen: 'report', reportId, place: 'submit' })}>
          {t('empty.next')}
        </Button>
      }
    />
  );
}
