import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { HeadingLevel } from '../../../shared/domain/edit-parsed.ts';
import type { DropReason, ParagraphKind } from '../../../shared/domain/parsed-report.ts';
import { activate, type PaneStore } from './pane-state.ts';
import styles from './panes.module.css';

/** An edit of the paragraph that the tools stand on. */
export type ParagraphEdit =
  | { do: 'join' }
  | { do: 'split'; offset: number }
  | { do: 'kind'; kind: ParagraphKind; level?: HeadingLevel }
  | { do: 'leaveOut'; reason: DropReason };

export interface ParagraphToolsProps {
  id: number;
  kind: ParagraphKind;
  text: string;
  last: boolean;
  panes: PaneStore;
  onEdit: (id: number, edit: ParagraphEdit) => void;
}

const levels: readonly HeadingLevel[] = [1, 2, 3, 4];
const textKinds = ['body', 'table', 'note'] as const;
const frameKinds = ['title', 'organization', 'documentNumber', 'addressee', 'signature', 'date'] as const;
/** What a person can see of a text; a picture or a revision is for the file to say. */
const reasons = [
  'navigation',
  'pageNumber',
  'header',
  'footer',
  'metadata',
  'imprint',
  'duplicate',
  'comment',
  'markup',
] as const;

/** What can be done with one paragraph. The same acts have keys while the paragraph has the keyboard. */
export function ParagraphTools({ id, kind, text, last, panes, onEdit }: ParagraphToolsProps) {
  const { t } = useTranslation('import');
  const caret = useStore(panes, (state) => (state.active === id ? state.caret : null));
  const canSplit = caret !== null && caret > 0 && caret < text.length;
  return (
    <div
      className={styles.tools}
      role="toolbar"
      aria-label={t('tools.label')}
      // The caret and the selection stay in the paragraph.
      onMouseDown={(event) => event.preventDefault()}
    >
      <ToolMenu id={id} name="kind" panes={panes}>
        {levels.map((level) => (
          <Menu.Item
            key={level}
            rightSection={<kbd>{level}</kbd>}
            onClick={() => onEdit(id, { do: 'kind', kind: 'heading', level })}
          >
            {t('headingLevel', { level })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {[...textKinds, ...frameKinds].map((each) => (
          <Menu.Item
            key={each}
            disabled={each === kind}
            rightSection={each === 'body' ? <kbd>0</kbd> : undefined}
            onClick={() => onEdit(id, { do: 'kind', kind: each })}
          >
            {t(`kindName.${each}`)}
          </Menu.Item>
        ))}
      </ToolMenu>
      <Tool
        label={t('tools.join')}
        hint={t('tools.joinHint')}
        disabled={last}
        onClick={() => onEdit(id, { do: 'join' })}
      />
      <Tool
        label={t('tools.split')}
        hint={t(canSplit ? 'tools.splitHint' : 'tools.splitWhere')}
        disabled={!canSplit}
        onClick={() => caret !== null && onEdit(id, { do: 'split', offset: caret })}
      />
      <ToolMenu id={id} name="reason" panes={panes}>
        <Menu.Label>{t('tools.reasonLabel')}</Menu.Label>
        {reasons.map((reason) => (
          <Menu.Item key={reason} onClick={() => onEdit(id, { do: 'leaveOut', reason })}>
            {t(`reason.${reason}`)}
          </Menu.Item>
        ))}
      </ToolMenu>
    </div>
  );
}

interface ToolMenuProps {
  id: number;
  name: 'kind' | 'reason';
  panes: PaneStore;
  children: ReactNode;
}

function ToolMenu({ id, name, panes, children }: ToolMenuProps) {
  const { t } = useTranslation('import');
  const opened = useStore(panes, (state) => state.active === id && state.menu === name);
  return (
    <Menu
      opened={opened}
      onChange={(open) => {
        activate(panes, id);
        panes.setState({ menu: open ? name : null });
      }}
      position="bottom-end"
      returnFocus
    >
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          color="dark"
          data-opens={name}
          title={t(`tools.${name}Hint`)}
        >
          {t(`tools.${name}`)} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

function Tool(props: { label: string; hint: string; disabled: boolean; onClick: () => void }) {
  const { label, hint, disabled, onClick } = props;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="dark"
      title={hint}
      disabled={disabled}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
