/** One piece of unsaved work: of which report, when, what, and how it differs from what stands. */
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnsavedEntry } from '../../../shared/contract.ts';
import type { AlignedPair } from '../../../shared/domain/alignment.ts';
import type { Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { copyText } from '../../api/copy-text.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { ComparedPairs } from '../compare/compared-pairs.tsx';
import { momentOfState } from '../history/state-words.ts';
import styles from './journal.module.css';

interface UnsavedEntryProps {
  entry: UnsavedEntry;
  /** The next step on this screen is this one's. */
  main: boolean;
  busy: boolean;
  onAccept: () => void;
  onPutAside: () => void;
}

export function UnsavedEntryView({ entry, main, busy, onAccept, onPutAside }: UnsavedEntryProps) {
  const { t } = useTranslation('journal');
  const [differences, setDifferences] = useState<Outcome<{ pairs: AlignedPair[] }> | null>(null);
  const [copied, setCopied] = useState(false);
  const ready = entry.state === 'ready';
  const compare = async () => {
    setDifferences(differences === null ? await call('journal.compare', { id: entry.id }) : null);
  };
  return (
    <article className={styles.entry}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <h3 className={styles.name}>{t('offer.report', entry.report)}</h3>
        <Text fz="xs" c="var(--ink-2)" flex="none">
          {t('offer.kept', { time: momentOfState(entry.keptAt) })}
        </Text>
      </Group>
      <ul className={styles.pieces}>
        {entry.pieces.map(({ kind, title, count, state }) => (
          <li key={`${kind} ${title}`}>
            {t(`offer.piece.${kind}`, { title: title || t('offer.unnamed'), count })}
            {state !== 'newer' && entry.state !== 'gone' && (
              <span className={styles.hint}>{t(`offer.state.${state}`)}</span>
            )}
          </li>
        ))}
      </ul>
      {!ready && (
        <Text fz="sm" c="var(--ink-2)" mb="xs">
          {t(entry.state === 'final' ? 'offer.final' : 'offer.reportGone')}
        </Text>
      )}
      <Group gap="xs">
        {ready && (
          <Button size="compact-sm" variant={main ? 'filled' : 'light'} disabled={busy} onClick={onAccept}>
            {t('offer.accept')}
          </Button>
        )}
        {entry.state !== 'gone' && (
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => void compare()}>
            {t(differences === null ? 'offer.compare' : 'offer.hide')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => setCopied(copyText(entry.text))}>
          {t(copied ? 'offer.copied' : 'offer.copy')}
        </Button>
        <Button size="compact-sm" variant="default" disabled={busy} onClick={onPutAside}>
          {t('offer.aside')}
        </Button>
      </Group>
      {differences !== null && <Differences outcome={differences} />}
    </article>
  );
}

function Differences({ outcome }: { outcome: Outcome<{ pairs: AlignedPair[] }> }) {
  const { t } = useTranslation('journal');
  if (!outcome.ok) return <FailureNote failure={outcome.error} />;
  const { pairs } = outcome.value;
  if (pairs.every(({ kind }) => kind === 'unchanged')) {
    return <p className={styles.hint}>{t('offer.noDifference')}</p>;
  }
  return (
    <div className={styles.differences}>
      <ComparedPairs pairs={pairs} differencesFirst />
    </div>
  );
}
