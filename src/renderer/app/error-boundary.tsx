import { Button, Code } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../components/empty-state.tsx';
import { translate } from '../i18n/index.ts';
import { reportSession } from './report-session.ts';

interface State {
  error: Error | null;
}

/** Catches a fault of the page: saves what was written and offers to load the page again. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch() {
    void reportSession.getState().flush();
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EmptyState
        title={translate('common:problem.title')}
        text={translate('common:problem.crashed')}
        actions={
          <Button onClick={() => window.location.reload()}>{translate('common:problem.reload')}</Button>
        }
      >
        <details>
          <summary>{translate('common:details')}</summary>
          <Code block>{error.message}</Code>
        </details>
      </EmptyState>
    );
  }
}
