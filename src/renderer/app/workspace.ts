/** What the home screen and the header know of the workspace: the unit, the reports, the templates, the door. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MethodOutput } from '../../shared/contract.ts';
import type { Failure } from '../../shared/errors.ts';
import { call } from '../api/client.ts';

export type WorkspaceStatus = MethodOutput<'workspace.status'>;
export type TemplateSummary = MethodOutput<'template.list'>['templates'][number];

export interface Workspace {
  status: WorkspaceStatus | null;
  templates: TemplateSummary[];
  host: MethodOutput<'host.describe'> | null;
  /** Null where the workspace is not the fictional sample. */
  sample: MethodOutput<'sample.state'>['sample'];
  failure: Failure | null;
}

export const workspace = createStore<Workspace>()(() => ({
  status: null,
  templates: [],
  host: null,
  sample: null,
  failure: null,
}));

/** Reads everything again; what was known stays shown meanwhile, and when it fails. */
export async function refreshWorkspace(): Promise<void> {
  const [status, templates, host, sample] = await Promise.all([
    call('workspace.status', {}),
    call('template.list', {}),
    call('host.describe', {}),
    call('sample.state', {}),
  ]);
  for (const outcome of [status, templates, host, sample]) {
    if (!outcome.ok) {
      workspace.setState({ failure: outcome.error });
      return;
    }
  }
  workspace.setState({
    failure: null,
    ...(status.ok && { status: status.value }),
    ...(templates.ok && { templates: templates.value.templates }),
    ...(host.ok && { host: host.value }),
    ...(sample.ok && { sample: sample.value.sample }),
  });
}

export function useWorkspace<T>(selector: (state: Workspace) => T): T {
  return useStore(workspace, selector);
}

/** Reads the workspace when a screen that shows it appears. */
export function useFreshWorkspace(): void {
  useEffect(() => {
    void refreshWorkspace();
  }, []);
}
