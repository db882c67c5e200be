import { UnstyledButton } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import styles from './elements.module.css';

interface ElementGroupProps {
  title: string;
  /** Where it is printed. */
  hint: string;
  /** What stands in it, shown while it is folded. */
  summary: string;
  folded?: boolean;
  children: ReactNode;
}

/** A part of the paper (版头, 主体, 版记) with its fields, which can be folded away. */
export function ElementGroup({ title, hint, summary, folded = false, children }: ElementGroupProps) {
  const [open, setOpen] = useState(!folded);
  const id = useId();
  return (
    <section className={styles.group} aria-label={title}>
      <UnstyledButton
        className={styles.groupHead ?? ''}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.arrow} aria-hidden="true" />
        <b>{title}</b>
        <span className={styles.hint}>{open ? hint : summary || hint}</span>
      </UnstyledButton>
      <div id={id} className={styles.fields} hidden={!open}>
        {children}
      </div>
    </section>
  );
}
