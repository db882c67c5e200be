/** The fields of 公文要素: a line, lines, a date, and 紧急程度. Each belongs to one element of the open report. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Imprint, urgencies } from '../../../../shared/domain/imprint.ts';
import { useReportSession } from '../../../app/report-session.ts';
import { DateField } from '../../../components/date-field.tsx';
import { localDay } from '../../exchange/local-day.ts';
import { fieldName } from './element-view.ts';
import styles from './elements.module.css';
import { changeElement } from './report-elements.ts';
import { useElementText } from './use-element-text.ts';

type TextName = 'title' | 'addressee' | 'signature' | Exclude<keyof Imprint, 'urgency' | 'printedOn'>;

interface TextFieldProps {
  name: TextName;
  maxLength: number;
  readOnly: boolean;
  placeholder?: string;
}

export function TextField({ name, placeholder = '', ...rest }: TextFieldProps) {
  const { t } = useTranslation('submit');
  const field = useElementText(name);
  return (
    <TextInput
      {...field}
      {...rest}
      label={t(`element.${name}`)}
      title={field.value}
      placeholder={placeholder}
      classNames={styles}
    />
  );
}

export function LinesField({ name, placeholder = '', ...rest }: TextFieldProps) {
  const { t } = useTranslation('submit');
  const field = useElementText(name);
  return (
    <Textarea
      {...field}
      {...rest}
      autosize
      label={t(`element.${name}`)}
      placeholder={placeholder}
      classNames={styles}
    />
  );
}

export function UrgencyField({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('submit');
  const value = useReportSession(({ report }) => report.imprint.urgency);
  return (
    <NativeSelect
      name={fieldName('urgency')}
      label={t('element.urgency')}
      value={value}
      disabled={readOnly}
      data={urgencies.map((urgency) => ({ value: urgency, label: urgency || t('data.noUrgency') }))}
      classNames={styles}
      onChange={(event) => changeElement('urgency', event.currentTarget.value)}
    />
  );
}

interface DateElementProps {
  name: 'issuedOn' | 'printedOn';
  readOnly: boolean;
  placeholder?: string;
}

export function DateElement({ name, readOnly, placeholder }: DateElementProps) {
  const { t } = useTranslation('submit');
  const value = useReportSession(({ report }) =>
    name === 'issuedOn' ? report.issuedOn : report.imprint.printedOn,
  );
  return (
    <DateField
      name={fieldName(name)}
      label={t(`element.${name}`)}
      value={value}
      readOnly={readOnly}
      classNames={styles}
      onChange={(date) => changeElement(name, date)}
      {...(placeholder !== undefined && { placeholder })}
      shortcut={{
        label: t('data.today'),
        description: t('data.todayFor', { element: t(`element.${name}`) }),
        day: () => localDay(new Date()),
      }}
    />
  );
}
