/** One tool above the page. Its tooltip says which key does the same. */
import { Button, Tooltip } from '@mantine/core';
import type { MouseEvent } from 'react';
import styles from './toolbar.module.css';

export interface ToolProps {
  label: string;
  hint?: string;
  keys?: string;
  disabled?: boolean;
  accent?: boolean;
  onClick: () => void;
}

/** The caret stays in the text while a tool is pressed. */
function keepCaret(event: MouseEvent): void {
  event.preventDefault();
}

export function Tool({ label, hint, keys, disabled, accent, onClick }: ToolProps) {
  const said = [hint, keys].filter(Boolean).join(' · ');
  return (
    <Tooltip label={said} disabled={said === ''} multiline maw={280}>
      <Button
        variant="subtle"
        size="compact-sm"
        fw={400}
        className={styles.tool}
        color={accent ? 'official' : 'dark'}
        disabled={disabled ?? false}
        onMouseDown={keepCaret}
        onClick={onClick}
      >
        {label}
      </Button>
    </Tooltip>
  );
}
