/** 样式: which of the three papers, and whether it is the clean copy or a draft; what keeps the clean copy back. */
import { Radio, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ExportMode, exportModes, type Look, looks } from '../../../../shared/domain/look.ts';
import type { Readiness } from '../open-points.ts';
import { ReadinessList } from '../readiness-list.tsx';
import styles from './hand-in.module.css';
import { choose } from './hand-in-store.ts';
import { Step } from './step.tsx';

interface LookStepProps {
  look: Look;
  mode: ExportMode;
  ready: boolean;
  readiness: Readiness;
}

export function LookStep({ look, mode, ready, readiness }: LookStepProps) {
  const { t } = useTranslation('submit');
  return (
    <Step
      number={1}
      title={t('look.title')}
      beside={
        <SegmentedControl
          size="xs"
          aria-label={t('mode.title')}
          value={mode}
          onChange={(value) => choose({ mode: value === 'draft' ? 'draft' : 'formal' })}
          data={exportModes.map((value) => ({
            value,
            label: t(`mode.${value}`),
            disabled: value === 'formal' && !ready,
          }))}
        />
      }
    >
      <Radio.Group
        value={look}
        onChange={(value) => choose({ look: looks.find((one) => one === value) ?? 'formal' })}
        aria-label={t('look.title')}
      >
        <div className={styles.looks}>
          {looks.map((one) => (
            <Radio.Card key={one} value={one} className={styles.look ?? ''}>
              <span className={styles.lookName}>{t(`look.${one}`)}</span>
              <span className={styles.quiet}>{t(`look.${one}Text`)}</span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <ReadinessList readiness={readiness} />
      {ready && mode === 'draft' && (
        <Text fz="xs" c="var(--ink-2)">
          {t('mode.draftText')}
        </Text>
      )}
    </Step>
  );
}
