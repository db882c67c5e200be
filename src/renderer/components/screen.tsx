import type { ReactNode } from 'react';
import styles from './screen.module.css';

/** A screen: its header stays, its content scrolls. */
export function Screen({ header, children }: { header: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.screen}>
      {header}
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
