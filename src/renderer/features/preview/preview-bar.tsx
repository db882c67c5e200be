/** Above the pages: which document they show, which page is in sight, how large, and printing. */
import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { exportModes, looks } from '../../../shared/domain/look.ts';
import { PageJump } from './page-jump.tsx';
import styles from './preview.module.css';
import type { PreviewChoice } from './preview-choice.ts';
import { previewSession } from './preview-session.ts';
import type { Desk } from './use-desk.ts';
import { percentOf } from './zoom.ts';

export interface PreviewBarProps {
  choice: PreviewChoice;
  desk: Desk;
  onFind: () => void;
  onPrint: () => void;
}

export function PreviewBar({ choice, desk, onFind, onPrint }: PreviewBarProps) {
  const { t } = useTranslation('preview');
  const { pageIndex, layout, goToPage } = desk;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('tools')}>
      <SegmentedControl
        size="xs"
        aria-label={t('look.label')}
        value={choice.look}
        data={looks.map((value) => ({ value, label: t(`look.${value}`) }))}
        onChange={(value) => {
          const look = looks.find((one) => one === value);
          if (look) previewSession.choose({ ...choice, look });
        }}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('mode.label')}
        value={choice.mode}
        data={exportModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        onChange={(value) => {
          const mode = exportModes.find((one) => one === value);
          if (mode) previewSession.choose({ ...choice, mode });
        }}
      />
      <span className={styles.space} />
      <PageJump index={pageIndex} count={layout.pages.length} onJump={goToPage} />
      <span className={styles.space} />
      <div className={styles.end}>
        <ZoomTools desk={desk} />
        <Button size="compact-sm" variant="subtle" color="gray" title="Ctrl+F" onClick={onFind}>
          {t('find.open')}
        </Button>
        <Button size="compact-sm" variant="default" title="Ctrl+P" onClick={onPrint}>
          {t('print.run')}
        </Button>
      </div>
    </div>
  );
}

function ZoomTools({ desk: { layout, pageIndex, zoom, choose, step } }: { desk: Desk }) {
  const { t } = useTranslation('preview');
  const scale = layout.pages[pageIndex]?.scale;
  const percent = scale === undefined ? null : percentOf(scale);
  const fits = [
    { label: t('zoom.page'), chosen: zoom.kind === 'page', run: () => choose({ kind: 'page' }) },
    { label: t('zoom.width'), chosen: zoom.kind === 'width', run: () => choose({ kind: 'width' }) },
    {
      label: t('zoom.actual'),
      chosen: zoom.kind === 'percent' && percent === 100,
      run: () => step('actual'),
      keys: 'Ctrl+0',
    },
  ];
  return (
    <fieldset className={styles.zoom}>
      <legend className="visually-hidden">{t('zoom.label')}</legend>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('zoom.out')}
        title={`${t('zoom.out')} Ctrl+−`}
        onClick={() => step('out')}
      >
        <span aria-hidden="true">−</span>
      </ActionIcon>
      <output className={styles.percent} aria-label={percent === null ? '' : t('zoom.now', { percent })}>
        {percent === null ? '' : `${percent}%`}
      </output>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('zoom.in')}
        title={`${t('zoom.in')} Ctrl++`}
        onClick={() => step('in')}
      >
        <span aria-hidden="true">＋</span>
      </ActionIcon>
      {fits.map(({ label, chosen, run, keys }) => (
        <Button
          key={label}
          size="compact-sm"
          variant={chosen ? 'light' : 'subtle'}
          color={chosen ? 'official' : 'gray'}
          aria-pressed={chosen}
          title={keys}
          onClick={run}
        >
          {label}
        </Button>
      ))}
    </fieldset>
  );
}
