/** The lines of the preview's tables. */
import { Checkbox, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PreviewItem } from '../../../shared/contract.ts';
import { useReportSession } from '../../app/report-session.ts';
import styles from './exchange.module.css';
import { type Choice, type Choices, choiceOf, itemKey } from './preview-choices.ts';
import { entryWords } from './value-words.ts';

interface RowProps {
  item: PreviewItem;
  supplier: string;
}

interface ChoosableRowProps extends RowProps {
  choices: Choices;
  onChoose: (item: PreviewItem, choice: Choice) => void;
}

/** The words of an item; the indicator's own name where it is known. */
function useItemWords(item: PreviewItem) {
  const { t } = useTranslation('exchange');
  const book = useReportSession((session) => session.book);
  const year = useReportSession((session) => session.report.year);
  const indicator = item.indicatorId === null ? undefined : book.indicator(item.indicatorId);
  const words = { notApplicable: t('notApplicable'), none: t('none') };
  const unit = indicator?.unit ?? item.unit;
  return {
    name: indicator?.name ?? item.name,
    unit,
    lastYear:
      indicator === undefined
        ? words.none
        : entryWords(book.cell(indicator.id, year - 1).entry, indicator, words),
    current: entryWords(item.current, indicator, words),
    supplied: item.entry === null ? item.text : entryWords(item.entry, indicator, words),
    problems: item.reasons.map((reason) =>
      t(`reason.${reason}`, { text: item.text, unit: item.unit || words.none, own: unit || words.none }),
    ),
  };
}

export function DecideRow({ item, supplier, choices, onChoose }: ChoosableRowProps) {
  const { t } = useTranslation('exchange');
  const { name, unit, lastYear, current, supplied, problems } = useItemWords(item);
  const choice = choiceOf(item, choices);
  const radio = (value: Choice, label: string, spoken: string) => (
    <Radio
      size="xs"
      name={itemKey(item)}
      checked={choice === value}
      onChange={() => onChoose(item, value)}
      label={label}
      aria-label={spoken}
    />
  );
  return (
    <tr data-open={choice === null || undefined}>
      <th scope="row">
        {name}
        <span className={styles.unit}>{unit}</span>
      </th>
      <td data-number>{lastYear}</td>
      <td>{radio('keep', current, t('preview.keepName', { name, value: current }))}</td>
      <td>
        {radio('take', supplied, t('preview.takeName', { name, supplier, value: supplied }))}
        <span className={styles.supplier}>{supplier}</span>
      </td>
      <td className={styles.words}>{problems.join(' ')}</td>
    </tr>
  );
}

export function ReadyRow({ item, supplier, choices, onChoose }: ChoosableRowProps) {
  const { t } = useTranslation('exchange');
  const { name, unit, lastYear, current, supplied } = useItemWords(item);
  return (
    <tr>
      <td>
        <Checkbox
          size="xs"
          checked={choiceOf(item, choices) === 'take'}
          aria-label={t('preview.takeName', { name, supplier, value: supplied })}
          onChange={(event) => onChoose(item, event.currentTarget.checked ? 'take' : 'keep')}
        />
      </td>
      <th scope="row">
        {name}
        <span className={styles.unit}>{unit}</span>
      </th>
      <td data-number>{lastYear}</td>
      <td data-number>{current}</td>
      <td data-number>
        <strong>{supplied}</strong>
      </td>
      <td>{supplier}</td>
    </tr>
  );
}

export function UnknownRow({ item, supplier }: RowProps) {
  const { t } = useTranslation('exchange');
  const { name, supplied, problems } = useItemWords(item);
  return (
    <tr>
      <td>{t('preview.place', { supplier, sheet: item.sheet, line: item.line })}</td>
      <th scope="row">{name || t('none')}</th>
      <td>{supplied || t('none')}</td>
      <td className={styles.words}>{problems.join(' ')}</td>
    </tr>
  );
}
