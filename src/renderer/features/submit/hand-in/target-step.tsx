/** 放到哪里: drives that can be pulled out first, then the program's own folder, then any folder. */
import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/errors.ts';
import { call } from '../../../api/client.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { byteWords } from '../byte-words.ts';
import styles from './hand-in.module.css';
import { choose, type Target, useHandIn } from './hand-in-store.ts';
import { Step } from './step.tsx';
import { driveName, driveProblem } from './targets.ts';
import type { Drive, Drives } from './use-drives.ts';

interface TargetStepProps {
  drives: Drives;
  /** The place meant now; null where the one that was chosen is gone, or none is known yet. */
  target: Target | null;
  onFailure: (failure: Failure | null) => void;
}

const exportsValue = 'exports';
const folderValue = 'folder';

export function TargetStep({ drives, target, onFailure }: TargetStepProps) {
  const { t } = useTranslation('submit');
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const chosen = useHandIn((state) => state.choices.target);
  const folder = chosen?.kind === 'folder' ? chosen : null;
  const value = target === null || target.kind !== 'drive' ? (target?.kind ?? '') : target.grant;
  const list = drives.list ?? [];
  const gone = chosen?.kind === 'drive' && target === null;

  const chooseFolder = async () => {
    const outcome = await call('host.chooseFolder', {});
    onFailure(outcome.ok ? null : outcome.error);
    if (outcome.ok && outcome.value.grant !== null) {
      choose({ target: { kind: 'folder', grant: outcome.value.grant, name: outcome.value.path } });
    }
  };
  const take = (next: string) => {
    const drive = list.find(({ grant }) => grant === next);
    if (drive) choose({ target: { kind: 'drive', grant: drive.grant, name: driveName(drive) } });
    else if (next === exportsValue) choose({ target: { kind: 'exports' } });
    else void chooseFolder();
  };

  return (
    <Step number={3} title={t('target.title')}>
      <Radio.Group value={value} onChange={take} aria-label={t('target.title')}>
        <div className={styles.targets}>
          {list.map((drive) => (
            <DriveCard key={drive.grant} drive={drive} />
          ))}
          <Radio.Card value={exportsValue} className={styles.target ?? ''}>
            <b>{t('target.exports')}</b>
            <span className={styles.quiet}>
              {list.length === 0 ? t('target.exportsNoDrive') : t('target.exportsText')}
            </span>
          </Radio.Card>
          {nativeDialogs && (
            <Radio.Card
              value={folderValue}
              className={styles.target ?? ''}
              // Chosen already, it is chosen anew: a radio that is set tells of no change.
              {...(value === folderValue && { onClick: () => void chooseFolder() })}
            >
              <b>{t('target.folder')}</b>
              {folder && <span className={styles.quiet}>{folder.name}</span>}
            </Radio.Card>
          )}
        </div>
      </Radio.Group>
      <p className={styles.gone} role="status">
        {gone && t('target.gone', { name: chosen.name })}
      </p>
      {drives.failure && <FailureNote failure={drives.failure} />}
    </Step>
  );
}

function DriveCard({ drive }: { drive: Drive }) {
  const { t } = useTranslation('submit');
  const problem = driveProblem(drive);
  return (
    <Radio.Card value={drive.grant} disabled={problem !== null} className={styles.target ?? ''}>
      <b>{t('target.drive', { name: driveName(drive) })}</b>
      <span className={styles.quiet}>
        {[drive.label && drive.path, drive.fileSystem].filter(Boolean).join(' · ')}
      </span>
      <span className={styles.space} />
      {problem === null ? (
        <span className={styles.free}>{t('target.free', { size: byteWords(drive.freeBytes) })}</span>
      ) : (
        <span className={styles.problem}>{t(`target.${problem}`)}</span>
      )}
    </Radio.Card>
  );
}
