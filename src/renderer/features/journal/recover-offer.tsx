/** The workspace cannot be opened: what each way out would bring back, and the way itself. */
import { Button, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryChoice } from '../../../shared/contract/recovery-methods.ts';
import type { ContentCounts } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { momentOfState } from '../history/state-words.ts';
import styles from './journal.module.css';

type Way = 'newest' | 'salvage';

export function RecoverOffer({ failure }: { failure: Failure }) {
  const { t } = useTranslation('journal');
  const [choice, setChoice] = useState<RecoveryChoice | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [chosen, setChosen] = useState<Way | null>(null);

  useEffect(() => {
    void call('recovery.plan', {}).then((outcome) => {
      if (outcome.ok) setChoice(outcome.value.choice);
      else setProblem(outcome.error);
    });
  }, []);

  const use = async (kind: Way) => {
    setChosen(kind);
    setProblem(null);
    const outcome = await call('recovery.use', { kind });
    if (outcome.ok) return window.location.reload();
    setChosen(null);
    setProblem(outcome.error);
  };

  /** The general sentence names the command line, which this page is in place of. */
  const what = ({ code, parameters: { path } }: Failure) => {
    if (code === 'workspace.missing') return t('recover.missing', { path });
    return t(code === 'workspace.notDatabase' ? 'recover.notDatabase' : 'recover.damaged', { path });
  };

  return (
    <section className={styles.recover}>
      <Title order={2} fz="lg" mb="xs">
        {t('recover.title')}
      </Title>
      {problem === null ? <Text fz="sm">{what(failure)}</Text> : <FailureNote failure={problem} />}
      {choice === null && problem === null && <p className={styles.hint}>{t('recover.wait')}</p>}
      {choice !== null && <Ways choice={choice} chosen={chosen} onUse={(way) => void use(way)} />}
      <div aria-live="polite">{chosen !== null && <Text fz="sm">{t('recover.done')}</Text>}</div>
    </section>
  );
}

interface WaysProps {
  choice: RecoveryChoice;
  chosen: Way | null;
  onUse: (way: Way) => void;
}

function Ways({ choice: { backup, salvage, unsaved }, chosen, onUse }: WaysProps) {
  const { t } = useTranslation('journal');
  if (backup === null && salvage === null) return <p>{t('recover.nothing')}</p>;
  // What is salvaged is newer; where nothing of it is lost or doubtful it is the way to go.
  const salvageFirst =
    salvage !== null && (backup === null || salvage.doubtful + salvage.lost + salvage.older === 0);
  return (
    <>
      <Text fz="sm" mt="sm">
        {t('recover.intro')}
      </Text>
      {backup !== null && (
        <article className={styles.entry}>
          <h3 className={styles.name}>{t('recover.backup')}</h3>
          <p className={styles.way}>{t('recover.backupHint', { ...backup, at: momentOfState(backup.at) })}</p>
          <Difference counts={backup} other={salvage} />
          <Button
            size="compact-sm"
            variant={salvageFirst ? 'default' : 'filled'}
            disabled={chosen !== null}
            aria-label={`${t('recover.use')}：${t('recover.backup')}`}
            onClick={() => onUse('newest')}
          >
            {t('recover.use')}
          </Button>
        </article>
      )}
      {salvage !== null && (
        <article className={styles.entry}>
          <h3 className={styles.name}>{t('recover.salvage')}</h3>
          <p className={styles.way}>{t('recover.salvageHint', salvage)}</p>
          <Difference counts={salvage} other={backup} />
          <Button
            size="compact-sm"
            variant={salvageFirst ? 'filled' : 'default'}
            disabled={chosen !== null}
            aria-label={`${t('recover.use')}：${t('recover.salvage')}`}
            onClick={() => onUse('salvage')}
          >
            {t('recover.use')}
          </Button>
        </article>
      )}
      {unsaved !== null && (
        <Text fz="sm" mt="sm">
          {t('recover.journal', { count: unsaved.count, at: momentOfState(unsaved.at) })}
        </Text>
      )}
    </>
  );
}

/** How many characters this way brings back beside the other. */
function Difference({ counts, other }: { counts: ContentCounts; other: ContentCounts | null }) {
  const { t } = useTranslation('journal');
  if (other === null) return null;
  const characters = counts.characters - other.characters;
  const words =
    characters === 0
      ? t('recover.equal')
      : t(characters > 0 ? 'recover.more' : 'recover.fewer', { count: Math.abs(characters) });
  return <p className={styles.way}>{words}</p>;
}
