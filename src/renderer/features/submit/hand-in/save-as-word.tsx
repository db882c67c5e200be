/** 另存为 Word: the document alone, where a person wants it; the quick way. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportMode, Look } from '../../../../shared/domain/look.ts';
import type { Failure } from '../../../../shared/errors.ts';
import { call } from '../../../api/client.ts';
import { reportSession, useReportSession } from '../../../app/report-session.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import type { Exported } from '../export-result.tsx';

interface SaveAsWordProps {
  look: Look;
  mode: ExportMode;
  onExported: (exported: Exported | null, failure: Failure | null) => void;
}

export function SaveAsWord({ look, mode, onExported }: SaveAsWordProps) {
  const { t } = useTranslation('submit');
  const { id: reportId, title } = useReportSession((session) => session.report);
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const [busy, setBusy] = useState(false);

  const run = async () => {
    let target: string | null = null;
    if (nativeDialogs) {
      const suggestedName = `${title}${mode === 'draft' ? t('export.draftName') : ''}.docx`;
      const asked = await call('host.chooseTarget', { suggestedName });
      if (!asked.ok) return onExported(null, asked.error);
      if (asked.value.grant === null) return;
      target = asked.value.grant;
    }
    setBusy(true);
    await reportSession.getState().flush();
    const outcome = await call('export.docx', { reportId, look, mode, target });
    setBusy(false);
    onExported(outcome.ok ? { mode, output: outcome.value } : null, outcome.ok ? null : outcome.error);
  };

  return (
    <Button variant="default" loading={busy} onClick={() => void run()}>
      {t(nativeDialogs ? 'export.runTo' : 'export.run')}
    </Button>
  );
}
