/** A heading of the imported report, and the chapter of the template it is taken for. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './bind.module.css';
import { ChoiceSelect } from './choice-select.tsx';
import type { MappingRow, MappingView } from './mapping-view.ts';

interface MappingRowProps {
  row: MappingRow;
  choices: MappingView['choices'];
  busy: boolean;
  onChoose: (chapterKey: string | null) => void;
}

/** No key of a template is empty. */
const none = '';

export function MappingRowView({ row, choices, busy, onChoose }: MappingRowProps) {
  const { t } = useTranslation('bind');
  const [choosing, setChoosing] = useState(false);
  const { title, level, chosenKey, certainty, evidence } = row;
  const chosen = choices.find(({ key }) => key === chosenKey);
  const choose = (value: string | null) => {
    setChoosing(false);
    const key = value === null || value === none ? null : value;
    if (value !== null && key !== chosenKey) onChoose(key);
  };
  return (
    <li className={styles.mapping} aria-label={title}>
      <span className={styles.heading} data-level={level}>
        {title}
      </span>
      <div className={styles.what}>
        <div className={styles.line}>
          {choosing ? (
            <ChoiceSelect
              label={t('mapping.chapter', { heading: title })}
              placeholder={t('mapping.search')}
              nothingFound={t('mapping.nothingFound')}
              data={[
                { value: none, label: t('mapping.none') },
                ...choices.map(({ key, heading, level: depth }) => ({
                  value: key,
                  label: `${'　'.repeat(depth - 1)}${heading}`,
                })),
              ]}
              onChoose={choose}
              onCancel={() => setChoosing(false)}
            />
          ) : (
            <>
              <span className={chosen ? styles.indicator : styles.none}>
                {chosen?.heading ?? t('mapping.none')}
              </span>
              <span className={styles.certainty} data-certainty={certainty}>
                {t(`certainty.${certainty}`)}
              </span>
              <Button
                variant="subtle"
                size="compact-xs"
                disabled={busy}
                aria-label={t('mapping.changeOf', { heading: title })}
                onClick={() => setChoosing(true)}
              >
                {chosen ? t('item.change') : t('mapping.choose')}
              </Button>
            </>
          )}
        </div>
        {evidence.length > 0 && (
          <Text fz="xs" c="var(--ink-3)">
            {t('item.evidence', {
              words: evidence
                .map(({ reason, words }) => t(`mapping.reason.${reason}`, { words }))
                .join(t('mapping.and')),
            })}
          </Text>
        )}
      </div>
    </li>
  );
}
