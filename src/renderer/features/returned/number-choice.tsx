/** A number that was changed: correct the table, write it here only, or leave it. */
import { Group, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ReturnedNumberView } from '../../../shared/contract/returned-methods.ts';
import type { NumberDecision } from '../../../shared/domain/returned/returned-change.ts';
import { isDecidable } from './decisions.ts';
import styles from './returned.module.css';
import { returned } from './returned-session.ts';

const decisions: readonly NumberDecision[] = ['table', 'override', 'leave'];

export function NumberChoice({ number }: { number: ReturnedNumberView }) {
  const { t } = useTranslation('returned');
  const { key, indicatorName, year, table, file, value, refusal, overridable } = number;
  const decision = useStore(returned.store, ({ choices }) => choices.numbers.get(key) ?? null);
  const legend = t('number.legend', { name: indicatorName, year, table: table || t('number.missing'), file });
  return (
    <div className={styles.number}>
      <span aria-hidden={isDecidable(number)}>{legend}</span>
      {isDecidable(number) && (
        <Radio.Group
          value={decision}
          onChange={(chosen) => {
            const found = decisions.find((one) => one === chosen);
            if (found !== undefined) returned.decide(key, found);
          }}
          label={legend}
          labelProps={{ className: 'visually-hidden' }}
        >
          <Group gap="md">
            {value !== null && <Radio size="xs" value="table" label={t('number.table', { value })} />}
            {overridable && <Radio size="xs" value="override" label={t('number.override', { file })} />}
            <Radio size="xs" value="leave" label={t('number.leave')} />
          </Group>
        </Radio.Group>
      )}
      {refusal !== null && <span className={styles.told}>{t(`tableRefusal.${refusal}`)}</span>}
    </div>
  );
}
