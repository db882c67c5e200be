/** The small card of a binding: which number this is, from where, this year and last; opened, also how it is shown. */
import { Button, CloseButton, Group, Radio, SegmentedControl } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import type { BindingFormat } from '../../../../shared/domain/binding-format.ts';
import { bindingStylesFor } from '../../../../shared/domain/binding-text.ts';
import type { BindingAttributes } from '../../../../shared/domain/document.ts';
import type { Indicator } from '../../../../shared/domain/model.ts';
import {
  type ReportSession,
  reportSession,
  useReportSession,
  useSettledReportSession,
} from '../../../app/report-session.ts';
import { navigate } from '../../../app/route.ts';
import { showIndicator } from '../../data/data-view.ts';
import { createShowBinding, firstFormat, type ShowBinding } from '../numbers.ts';
import styles from './binding-card.module.css';
import { changeBinding, removeBinding } from './insert.ts';

export interface BindingCardProps {
  editor: Editor;
  binding: BindingAttributes;
  /** Opened by a person: the format can be changed. Otherwise the card only tells. */
  opened: boolean;
  onClose: () => void;
}

const bookOf = (session: ReportSession) => session.book;
const formatKey = (format: BindingFormat) => JSON.stringify(format);

function Numbers({ binding, show }: { binding: BindingAttributes; show: ShowBinding }) {
  const { t } = useTranslation('write');
  const book = useSettledReportSession(bookOf);
  const indicator = book.indicator(binding.indicatorId);
  if (!indicator) return null;
  const format = firstFormat(indicator);
  const cells = [
    { key: 'thisYear', shown: show({ ...binding, yearOffset: 0, format }) },
    { key: 'lastYear', shown: show({ ...binding, yearOffset: -1, format }) },
    { key: 'change', shown: show({ ...binding, yearOffset: 0, format: { style: 'change' } }) },
  ] as const;
  return (
    <dl className={styles.numbers}>
      {cells.map(({ key, shown }) => (
        <div key={key}>
          <dt>{t(`binding.${key}`)}</dt>
          <dd title={t(`binding.state.${shown.state}`)}>
            {shown.state === 'missing' ? (
              t('binding.none')
            ) : (
              <span className={key === 'change' ? undefined : `number-chip number-${shown.state}`}>
                {shown.text}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Formats that suit the indicator; of several that read the same now, the first, and always the one in use. */
function offeredFormats(
  indicator: Indicator,
  binding: BindingAttributes,
  show: ShowBinding,
): BindingFormat[] {
  const inUse = formatKey(binding.format);
  const suited = bindingStylesFor(indicator);
  const all = suited.some((format) => formatKey(format) === inUse) ? suited : [binding.format, ...suited];
  const texts = all.map((format) => show({ ...binding, format }).text);
  return all.filter(
    (format, index) =>
      formatKey(format) === inUse || texts[index] === '' || texts.indexOf(texts[index] ?? '') === index,
  );
}

function Formats({
  editor,
  binding,
  show,
}: {
  editor: Editor;
  binding: BindingAttributes;
  show: ShowBinding;
}) {
  const { t } = useTranslation('write');
  const indicator = useReportSession((session) => session.book.indicator(binding.indicatorId));
  if (!indicator) return null;
  const formats = offeredFormats(indicator, binding, show);
  const apply = (change: Parameters<typeof changeBinding>[2]) => {
    const transaction = changeBinding(editor.state, binding.id, change);
    if (transaction) editor.view.dispatch(transaction);
  };
  const nameOf = (format: BindingFormat) => {
    const name = t(`format.${format.style}`, {
      places: 'places' in format ? format.places : '',
      to: 'to' in format ? format.to : '',
    });
    return 'unit' in format && !format.unit && indicator.unit !== ''
      ? t('format.bare', { format: name })
      : name;
  };
  return (
    <>
      <div className={styles.line}>
        <span className={styles.label}>{t('binding.year')}</span>
        <SegmentedControl
          size="xs"
          aria-label={t('binding.year')}
          value={binding.yearOffset === -1 ? 'lastYear' : 'thisYear'}
          data={[
            { value: 'thisYear', label: t('binding.thisYear') },
            { value: 'lastYear', label: t('binding.lastYear') },
          ]}
          onChange={(year) => apply({ yearOffset: year === 'lastYear' ? -1 : 0 })}
        />
      </div>
      <Radio.Group
        aria-label={t('binding.format')}
        value={formatKey(binding.format)}
        onChange={(key) => {
          const format = formats.find((candidate) => formatKey(candidate) === key);
          if (format) apply({ format });
        }}
      >
        <div className={styles.formats}>
          {formats.map((format) => {
            const { text, state } = show({ ...binding, format });
            return (
              <Radio
                key={formatKey(format)}
                value={formatKey(format)}
                data-autofocus={formatKey(format) === formatKey(binding.format) || undefined}
                size="xs"
                label={
                  <span className={styles.format}>
                    <span>{state === 'missing' ? t('binding.missing') : text}</span>
                    <span className={styles.label}>{nameOf(format)}</span>
                  </span>
                }
              />
            );
          })}
        </div>
      </Radio.Group>
    </>
  );
}

function openCell(indicator: Indicator): void {
  showIndicator(indicator);
  navigate({ screen: 'report', reportId: reportSession.getState().report.id, place: 'data' });
}

export function BindingCard({ editor, binding, opened, onClose }: BindingCardProps) {
  const { t } = useTranslation('write');
  const book = useSettledReportSession(bookOf);
  const year = useReportSession((session) => session.report.year);
  const offices = useReportSession((session) => session.tables.offices);
  const show = createShowBinding(year, book);
  const indicator = book.indicator(binding.indicatorId);
  const office = offices.find(({ id }) => id === indicator?.officeId);
  const { source } = book.cell(binding.indicatorId, year + binding.yearOffset);
  const remove = () => {
    const transaction = removeBinding(editor.state, binding.id);
    if (transaction) editor.view.dispatch(transaction);
    onClose();
    editor.view.focus();
  };
  return (
    <div className={styles.card}>
      <div className={styles.title}>
        <b>{indicator?.name ?? t('binding.unknown')}</b>
        {opened && <CloseButton size="sm" aria-label={t('binding.close')} onClick={onClose} />}
      </div>
      <div className={styles.label}>
        {[office ? t('binding.office', { office: office.name }) : t('binding.noOffice'), source]
          .filter((part) => part !== '')
          .join(' · ')}
      </div>
      <Numbers binding={binding} show={show} />
      {opened && editor.isEditable && <Formats editor={editor} binding={binding} show={show} />}
      {opened && (
        <Group gap="xs" mt={6}>
          {indicator && (
            <Button variant="subtle" size="compact-xs" onClick={() => openCell(indicator)}>
              {t('binding.openCell')}
            </Button>
          )}
          {editor.isEditable && (
            <Button variant="subtle" size="compact-xs" onClick={remove}>
              {t('binding.remove')}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}
