import type { ReactNode } from 'react';
import styles from './hand-in.module.css';

interface StepProps {
  number: number;
  title: string;
  /** Stands at the right end of the title's line. */
  beside?: ReactNode;
  children: ReactNode;
}

/** A numbered step of handing in. */
export function Step({ number, title, beside, children }: StepProps) {
  return (
    <section className={styles.step} aria-label={title}>
      <div className={styles.stepHead}>
        <span className={styles.stepNumber} aria-hidden="true">
          {number}
        </span>
        <h3>{title}</h3>
        <span className={styles.space} />
        {beside}
      </div>
      {children}
    </section>
  );
}
