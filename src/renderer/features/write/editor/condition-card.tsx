/** The small card of a conditional passage: which number decides, by which test, and what it says now. */
import { Button, CloseButton, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renderBinding } from '../../../../shared/domain/binding-text.ts';
import {
  type Condition,
  type ConditionTest,
  conditionSchema,
  conditionTests,
} from '../../../../shared/domain/condition.ts';
import {
  comparesWithLimit,
  comparesYears,
  conditionHolds,
} from '../../../../shared/domain/condition-holds.ts';
import {
  type ReportSession,
  useReportSession,
  useSettledReportSession,
} from '../../../app/report-session.ts';
import { firstFormat } from '../numbers.ts';
import styles from './condition-card.module.css';
import { IndicatorSelect } from './indicator-select.tsx';

const bookOf = (session: ReportSession) => session.book;

/** A condition that is still being said: without an indicator, or with a limit that is no number yet. */
export interface ConditionDraft {
  id: string;
  indicatorId: string | null;
  yearOffset: number;
  test: ConditionTest;
  limit: string;
}

/** The condition that a draft says, or null while it says none. */
export function conditionOfDraft({ limit, ...rest }: ConditionDraft): Condition | null {
  const typed = limit.normalize('NFKC').replace(/[,\s]/gu, '');
  return (
    conditionSchema.safeParse({ ...rest, limit: comparesWithLimit(rest.test) ? typed : null }).data ?? null
  );
}

function limitMissing({ test, limit }: ConditionDraft, condition: Condition | null): boolean {
  return comparesWithLimit(test) && condition === null && limit.trim() !== '';
}

/** What the condition says now, and of which numbers. */
function Verdict({ condition }: { condition: Condition }) {
  const { t } = useTranslation('write');
  const book = useSettledReportSession(bookOf);
  const reportYear = useReportSession((session) => session.report.year);
  const indicator = book.indicator(condition.indicatorId);
  const shown = conditionHolds(condition, reportYear, book);
  const numberOf = (yearOffset: number) => {
    if (!indicator) return t('binding.missing');
    const place = { id: '', indicatorId: indicator.id, yearOffset, format: firstFormat(indicator) };
    return renderBinding(place, reportYear, book).text || t('binding.missing');
  };
  const { yearOffset, test } = condition;
  const numbers = [yearOffset, ...(comparesYears(test) ? [yearOffset - 1] : [])].map((offset) =>
    t('condition.number', { year: reportYear + offset, number: numberOf(offset) }),
  );
  return (
    <p className={styles.verdict} data-shown={shown} role="status">
      <b>{t(`condition.now.${shown}`)}</b> {numbers.join(t('condition.between'))}
    </p>
  );
}

export interface ConditionCardProps {
  draft: ConditionDraft;
  /** It stands in the text already. */
  exists: boolean;
  /** The person is to go on in the card, not in the text. */
  focused: boolean;
  editable: boolean;
  onApply: (condition: Condition) => void;
  onRemove: () => void;
  onClose: () => void;
}

export function ConditionCard(props: ConditionCardProps) {
  const { exists, focused, editable, onApply, onRemove, onClose } = props;
  const { t } = useTranslation('write');
  const [draft, setDraft] = useState(props.draft);
  const unit = useReportSession((session) => session.book.indicator(draft.indicatorId ?? '')?.unit ?? '');
  const condition = conditionOfDraft(draft);
  const change = (part: Partial<ConditionDraft>) => setDraft({ ...draft, ...part });
  const apply = () => {
    if (condition) onApply(condition);
  };
  return (
    <div className={styles.card}>
      <div className={styles.title}>
        <b>{t('condition.title')}</b>
        <CloseButton size="sm" aria-label={t('binding.close')} onClick={onClose} />
      </div>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <fieldset className={styles.fields} disabled={!editable}>
          <IndicatorSelect
            label={t('condition.indicator')}
            placeholder={t('condition.indicatorPlaceholder')}
            value={draft.indicatorId}
            onChange={(indicatorId) => change({ indicatorId })}
            autoFocus={focused && draft.indicatorId === null}
          />
          <div className={styles.test}>
            <NativeSelect
              size="xs"
              label={t('condition.test')}
              value={draft.test}
              data-autofocus={(focused && draft.indicatorId !== null) || undefined}
              data={conditionTests.map((test) => ({
                value: test,
                label: t(`condition.tests.${test}`, { limit: '…' }),
              }))}
              onChange={({ currentTarget: { value } }) =>
                change({ test: conditionTests.find((test) => test === value) ?? 'nonZero' })
              }
            />
            {comparesWithLimit(draft.test) && (
              <TextInput
                size="xs"
                label={t('condition.limit', { unit })}
                className={styles.limit ?? ''}
                inputMode="decimal"
                value={draft.limit}
                error={limitMissing(draft, condition) && t('condition.limitInvalid')}
                onChange={(event) => change({ limit: event.currentTarget.value })}
              />
            )}
          </div>
        </fieldset>
        {condition && <Verdict condition={condition} />}
        {!exists && <p className={styles.hint}>{t('condition.hint')}</p>}
        {editable && (
          <Group gap="xs">
            <Button type="submit" size="compact-sm" disabled={condition === null}>
              {t(exists ? 'condition.change' : 'condition.apply')}
            </Button>
            {exists && (
              <Button size="compact-sm" variant="default" onClick={onRemove}>
                {t('condition.remove')}
              </Button>
            )}
          </Group>
        )}
      </form>
    </div>
  );
}
