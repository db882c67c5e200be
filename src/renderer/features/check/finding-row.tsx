/** One finding: where it is, what it says, the sentence with the words marked, and what can be done. */
import { Button, Popover, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canBeDismissed, type DismissedFinding } from '../../../shared/domain/checks/dismissals.ts';
import type { Finding } from '../../../shared/domain/checks/finding.ts';
import { hasHeading } from '../../../shared/domain/outline.ts';
import { findingsSession } from '../../app/findings.ts';
import { useReportSession } from '../../app/report-session.ts';
import styles from './check.module.css';
import { goToCell, goToFinding, indicatorBehind, takeFix } from './finding-acts.ts';
import { FindingExcerpt, useFindingSentence } from './finding-words.tsx';

const longestReason = 200;

export interface FindingRowProps {
  finding: Finding;
  /** Set where it has been set aside. */
  dismissed?: DismissedFinding;
}

export function FindingRow({ finding, dismissed }: FindingRowProps) {
  const { t } = useTranslation('check');
  const sentence = useFindingSentence(finding);
  const indicator = useReportSession((session) => indicatorBehind(finding, session));
  const editable = useReportSession((session) => session.report.state !== 'final');
  return (
    <li className={styles.row} data-severity={finding.severity}>
      <div className={styles.told}>
        <div className={styles.place}>
          <PlaceName finding={finding} />
        </div>
        <div className={styles.sentence}>{sentence}</div>
        <FindingExcerpt finding={finding} />
        {dismissed && <div className={styles.reason}>{t('dismiss.why', { reason: dismissed.reason })}</div>}
      </div>
      <div className={styles.acts}>
        {editable && !dismissed && finding.fix && (
          <Button size="compact-sm" variant="light" onClick={() => takeFix(finding)}>
            {finding.fix.kind === 'replace' ? t('fix.replace', { text: finding.fix.text }) : t('fix.bind')}
          </Button>
        )}
        {indicator && (
          <Button size="compact-sm" variant="default" onClick={() => goToCell(indicator)}>
            {t('go.cell')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => goToFinding(finding)}>
          {t(finding.place.kind === 'cell' ? 'go.cell' : 'go.text')}
        </Button>
        {dismissed ? (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => void findingsSession.restore(finding.id)}
          >
            {t('dismiss.restore')}
          </Button>
        ) : (
          canBeDismissed(finding) && <DismissButton finding={finding} />
        )}
      </div>
    </li>
  );
}

/** Marker and heading of the chapter, or the indicator. */
function PlaceName({ finding: { place } }: { finding: Finding }) {
  const { t } = useTranslation(['check', 'write', 'common']);
  const chapterId = place.kind === 'cell' ? null : place.chapterId;
  const found = useReportSession((session) =>
    session.numbered.find(({ chapter }) => chapter.id === chapterId),
  );
  if (place.kind === 'cell') return t('check:place.cell');
  if (found === undefined) return t('common:chapter.unnamed');
  const { chapter, marker } = found;
  const named = hasHeading(chapter.kind) ? `${marker}${chapter.heading}` : '';
  const name =
    named ||
    (chapter.kind === 'section' ? t('common:chapter.unnamed') : t(`write:outline.kind.${chapter.kind}`));
  return place.kind === 'text' && chapter.body.content.length > 1
    ? `${name} · ${t('check:place.paragraph', { number: place.paragraph + 1 })}`
    : name;
}

function DismissButton({ finding }: { finding: Finding }) {
  const { t } = useTranslation('check');
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const submit = async () => {
    if (reason.trim() !== '' && (await findingsSession.dismiss(finding.id, reason))) setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={320} shadow="md" trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpened(!opened)}>
          {t('dismiss.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Textarea
            data-autofocus
            size="xs"
            autosize
            minRows={2}
            label={t('dismiss.reason')}
            placeholder={t('dismiss.example')}
            maxLength={longestReason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" size="compact-sm" mt="xs" disabled={reason.trim() === ''}>
            {t('dismiss.confirm')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
