/** How something ended, at a glance: told apart by its words and its frame, not by colour alone. */
import type { ReactNode } from 'react';
import styles from './verdict.module.css';

export function Verdict({ good, children }: { good: boolean; children: ReactNode }) {
  return (
    <p className={styles.verdict} data-good={good}>
      {children}
    </p>
  );
}
