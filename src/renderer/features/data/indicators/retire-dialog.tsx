/** 停用: from which year on an indicator is no longer asked for. */
import { Button, Group, Modal, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formulasNaming } from '../../../../shared/domain/formula-cycle.ts';
import { type Indicator, reportingYearSchema } from '../../../../shared/domain/model.ts';
import { notify } from '../../../app/notices.ts';
import { reportSession } from '../../../app/report-session.ts';
import { retire } from './indicator-acts.ts';

export function RetireDialog({ indicator, onClose }: { indicator: Indicator; onClose: () => void }) {
  const { t } = useTranslation(['indicator', 'common']);
  const { report, tables } = reportSession.getState();
  const [after, setAfter] = useState<number | string>(report.year);
  const year = reportingYearSchema.safeParse(after);
  const formulas = formulasNaming(tables.indicators, indicator.id);
  const save = async () => {
    if (!year.success || !(await retire(indicator.id, year.data))) return;
    onClose();
    notify({ tone: 'success', message: t('done.retired', { name: indicator.name, year: year.data }) });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('retire.title', { name: indicator.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <NumberInput
          data-autofocus
          label={t('retire.after')}
          value={after}
          onChange={setAfter}
          min={1949}
          max={2199}
          allowDecimal={false}
          allowNegative={false}
        />
        <p className="data-faint">{t('retire.told')}</p>
        {formulas.length > 0 && (
          <p className="data-problem">
            {t('retire.formulas', { names: formulas.map(({ name }) => name).join('、') })}
          </p>
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" disabled={!year.success}>
            {t('retire.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
