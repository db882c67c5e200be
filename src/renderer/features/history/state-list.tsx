/** The kept states by day, newest first; one of them is chosen. */
import { useTranslation } from 'react-i18next';
import type { KeptState } from '../../../shared/domain/history/report-state.ts';
import styles from './history.module.css';
import { dayOfState, timeOfState } from './state-words.ts';

interface StateListProps {
  states: readonly KeptState[];
  chosenId: string | null;
  onChoose: (state: KeptState) => void;
}

/** Enough to tell two final versions apart by eye; the whole sum stands in the title. */
const shortSum = 12;

export function StateList({ states, chosenId, onChoose }: StateListProps) {
  const { t } = useTranslation('history');
  const days = Map.groupBy(states, ({ keptAt }) => dayOfState(keptAt));
  return (
    <nav className={styles.list} aria-label={t('list')}>
      {[...days].map(([day, ofDay]) => (
        <section key={day}>
          <h3 className={styles.day}>{day}</h3>
          <ul>
            {ofDay.map((state) => (
              <li key={state.id}>
                <button
                  type="button"
                  className={styles.state}
                  aria-pressed={state.id === chosenId}
                  onClick={() => onChoose(state)}
                >
                  <b>{timeOfState(state.keptAt)}</b>
                  <span>{t(`reason.${state.reason}`)}</span>
                  <span className={styles.count}>{t('characters', { count: state.characters })}</span>
                  {state.reason === 'final' && (
                    <span className={styles.sum} title={state.sha256}>
                      {t('sum', { sum: state.sha256.slice(0, shortSum) })}
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
