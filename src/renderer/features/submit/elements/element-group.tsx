import { UnstyledButton } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { type ElementGroupName, setGroupOpen, useGroupOpen } from './element-view.ts';
import styles from './elements.module.css';

interface ElementGroupProps {
  name: ElementGroupName;
  title: string;
  /** Where it is printed. */
  hint: string;
  /** What stands in it, shown while it is folded. */
  summary: string;
  children: ReactNode;
}

/** A part of the paper (版头, 主体, 版记) with its fields, which can be folded away. */
export function ElementGroup({ name, title, hint, summary, children }: ElementGroupProps) {
  const open = useGroupOpen(name);
  const id = useId();
  return (
    <section className={styles.group} aria-label={title}>
      <UnstyledButton
        className={styles.groupHead ?? ''}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setGroupOpen(name, !open)}
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
