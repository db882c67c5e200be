import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  title: string;
  text: string;
  /** What to do now; the first is the obvious one. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** What a screen shows when there is nothing to show: says why, and what to do. */
export function EmptyState({ title, text, actions, children }: EmptyStateProps) {
  return (
    <Paper withBorder p="xl" radius="lg" maw="36rem" mx="auto" my="3rem">
      <Stack gap="sm">
        <Title order={2} fz="lg">
          {title}
        </Title>
        <Text c="var(--ink-2)" fz="sm">
          {text}
        </Text>
        {children}
        {actions && <Group mt="xs">{actions}</Group>}
      </Stack>
    </Paper>
  );
}
