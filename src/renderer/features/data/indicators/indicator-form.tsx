/** Making and changing an indicator. What was typed stays until it is saved or given up. */
import { Button, Checkbox, Group, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entryText } from '../../../../shared/domain/cell-input.ts';
import { formulaNames } from '../../../../shared/domain/formula-names.ts';
import { indicatorUnit } from '../../../../shared/domain/formula-unit.ts';
import { type Indicator, indicatorKinds } from '../../../../shared/domain/model.ts';
import type { Cell } from '../../../../shared/domain/number-book.ts';
import type { Failure } from '../../../../shared/errors.ts';
import { reportSession, useReportSession } from '../../../app/report-session.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import { showIndicator } from '../data-view.ts';
import { closeIndicatorDialog } from './dialog-store.ts';
import { FormulaField } from './formula-field.tsx';
import { FormulaHelp } from './formula-help.tsx';
import { formulaSentence } from './formula-sentence.ts';
import { draftResult, fieldsOf, type IndicatorFields } from './indicator-draft.ts';

export interface IndicatorFormProps {
  /** Null for a new one. */
  indicator: Indicator | null;
  topicId: string | null;
  /** Where the keyboard begins. */
  at: 'name' | 'formula';
}

export function IndicatorForm({ indicator, topicId, at }: IndicatorFormProps) {
  const { t } = useTranslation(['indicator', 'common', 'data']);
  const tables = useReportSession((session) => session.tables);
  const year = useReportSession((session) => session.report.year);
  const names = useMemo(() => formulaNames(tables), [tables]);
  const [fields, setFields] = useState(() =>
    fieldsOf(indicator, topicId ?? tables.topics[0]?.id ?? '', names),
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tried, setTried] = useState(false);
  const draft = useMemo(
    () => draftResult(indicator, fields, tables, names, year),
    [indicator, fields, tables, names, year],
  );
  const asks = failure?.code === 'indicator.meaningChanges' || failure?.code === 'indicator.hidesNumbers';
  const change = (patch: Partial<IndicatorFields>) => {
    setFields((current) => ({ ...current, ...patch }));
    setFailure(null);
  };
  const formulaProblem =
    draft.problem === null ? null : formulaSentence(draft.problem, fields.formulaText, t);
  const result =
    fields.formulaText.trim() === ''
      ? t('formula.typed')
      : Object.entries(draft.cells ?? {})
          .map(([offset, cell]) =>
            resultText(cell, offset === 'thisYear' ? year : year - 1, draft.indicator, t),
          )
          .join('　');
  const nameMissing = draft.indicator.name === '';
  const isDate = fields.kind === 'date';

  const save = async () => {
    setTried(true);
    if (nameMissing || draft.problem !== null || draft.footingProblem !== null) return;
    const id = indicator?.id ?? null;
    const input = { ...draft.indicator, id, year, accepted: asks };
    const outcome = await reportSession.getState().changeTables('indicator.save', input);
    if (!outcome.ok) return setFailure(outcome.error);
    closeIndicatorDialog();
    if (id === null) showIndicator({ id: outcome.value.id, topicId: draft.indicator.topicId });
  };

  return (
    <Modal
      opened
      onClose={closeIndicatorDialog}
      title={t(indicator === null ? 'form.addTitle' : 'form.editTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
      closeOnClickOutside={false}
    >
      <form
        className="indicator-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label={t('form.name')}
          placeholder={t('form.nameHint')}
          maxLength={60}
          value={fields.name}
          error={tried && nameMissing ? t('form.nameMissing') : undefined}
          {...(at === 'name' ? { 'data-autofocus': true } : {})}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <div className="indicator-form-row">
          <TextInput
            label={t('form.unit')}
            placeholder={t('form.unitHint')}
            maxLength={12}
            value={fields.unit}
            onChange={(event) => change({ unit: event.currentTarget.value })}
          />
          <Select
            label={t('form.kind')}
            data={indicatorKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            value={fields.kind}
            allowDeselect={false}
            onChange={(value) => {
              const kind = indicatorKinds.find((one) => one === value) ?? fields.kind;
              change({ kind, ...usualOf(kind, fields) });
            }}
          />
          <NumberInput
            label={t('form.precision')}
            min={0}
            max={6}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            disabled={isDate}
            value={fields.precision}
            onChange={(value) => change({ precision: Number(value) })}
          />
        </div>
        <div className="indicator-form-row">
          <Select
            label={t('form.topic')}
            data={tables.topics.map(({ id, name }) => ({ value: id, label: name }))}
            value={fields.topicId}
            allowDeselect={false}
            onChange={(value) => value !== null && change({ topicId: value })}
          />
          <Select
            label={t('form.office')}
            data={tables.offices.map(({ id, name }) => ({ value: id, label: name }))}
            value={fields.officeId}
            placeholder={t('form.noOffice')}
            clearable
            onChange={(officeId) => change({ officeId })}
          />
        </div>
        {!isDate && (
          <>
            <FormulaField
              text={fields.formulaText}
              onChange={(formulaText) => change({ formulaText })}
              tables={tables}
              names={names}
              problem={formulaProblem}
              result={result}
              autoFocus={at === 'formula'}
            />
            {fields.formulaText.trim() !== '' && (
              <Checkbox
                label={t('form.footing')}
                description={t('form.footingHint')}
                checked={fields.footing}
                error={draft.footingProblem === null ? undefined : t(`footing.${draft.footingProblem}`)}
                onChange={(event) => change({ footing: event.currentTarget.checked })}
              />
            )}
            <FormulaHelp />
          </>
        )}
        {failure !== null && <FailureNote failure={failure} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={closeIndicatorDialog}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" disabled={draft.problem !== null || draft.footingProblem !== null}>
            {t(asks ? 'form.saveAnyway' : indicator === null ? 'form.add' : 'form.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** What usually goes with a kind; a unit that a person has chosen stays unless it cannot be. */
function usualOf(kind: Indicator['kind'], { unit }: IndicatorFields): Partial<IndicatorFields> {
  if (kind === 'rate') return { unit: '%', precision: 1 };
  if (kind === 'date') return { unit: '', precision: 0 };
  return unit === '%' ? { unit: '' } : {};
}

function resultText(
  cell: Cell,
  year: number,
  indicator: Indicator,
  t: ReturnType<typeof useTranslation<['indicator', 'common', 'data']>>['t'],
): string {
  if (cell.problem !== null) return t('formula.result', { year, value: t(`cell.${cell.problem}`) });
  const text = entryText(cell.entry, indicator, t('data:notApplicable'));
  const value = cell.entry.kind === 'number' ? text + indicatorUnit(indicator) : text;
  return t('formula.result', { year, value: value || t('formula.noResult') });
}
