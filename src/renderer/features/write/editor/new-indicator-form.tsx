/** A new indicator for a literal number, with name, unit and topic proposed from the words around it. */
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bindingsOf } from '../../../../shared/domain/document.ts';
import type { Indicator } from '../../../../shared/domain/model.ts';
import { proposedIndicator, shapeInUnit } from '../../../../shared/domain/propose/bind-literal.ts';
import type { Failure } from '../../../../shared/errors.ts';
import { type ReportSession, reportSession, useReportSession } from '../../../app/report-session.ts';
import { FailureNote } from '../../../components/failure-note.tsx';
import styles from './bind-card.module.css';
import type { LiteralNumber } from './literal-number.ts';

/** The topic that the chapter's other numbers belong to most often; the first where it shows none. */
function likelyTopic({ chapters, selectedChapterId, book, tables }: ReportSession): string {
  const body = chapters.find(({ id }) => id === selectedChapterId)?.body;
  const counts = new Map<string, number>();
  for (const { indicatorId } of body ? bindingsOf(body) : []) {
    const topicId = book.indicator(indicatorId)?.topicId;
    if (topicId !== undefined) counts.set(topicId, (counts.get(topicId) ?? 0) + 1);
  }
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first?.[0] ?? tables.topics[0]?.id ?? '';
}

export interface NewIndicatorFormProps {
  number: LiteralNumber;
  onCreated: (indicator: Indicator) => void;
  onCancel: () => void;
}

export function NewIndicatorForm({ number, onCreated, onCancel }: NewIndicatorFormProps) {
  const { t } = useTranslation('write');
  const topics = useReportSession((session) => session.tables.topics);
  const [proposed] = useState(() => proposedIndicator(number.literal));
  const [name, setName] = useState(proposed.name);
  const [unit, setUnit] = useState(proposed.unit);
  const [topicId, setTopicId] = useState(() => likelyTopic(reportSession.getState()));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const create = async () => {
    const indicator = {
      name: name.trim(),
      unit: unit.trim(),
      ...shapeInUnit(number.literal.found, unit.trim()),
      topicId,
      officeId: null,
      formula: null,
      footing: false,
    };
    setBusy(true);
    const { changeTables, report } = reportSession.getState();
    const outcome = await changeTables('indicator.save', { ...indicator, id: null, year: report.year });
    setBusy(false);
    if (outcome.ok) onCreated({ ...indicator, id: outcome.value.id, retiredAfter: null });
    else setFailure(outcome.error);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <TextInput
        size="xs"
        label={t('bindText.name')}
        description={t('bindText.nameHint')}
        value={name}
        maxLength={60}
        data-autofocus
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.row}>
        <TextInput
          size="xs"
          label={t('bindText.unit')}
          value={unit}
          maxLength={12}
          onChange={(event) => setUnit(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={t('bindText.topic')}
          value={topicId}
          data={topics.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(event) => setTopicId(event.currentTarget.value)}
        />
      </div>
      {failure && <FailureNote failure={failure} />}
      <Group gap="xs">
        <Button type="submit" size="compact-sm" loading={busy} disabled={name.trim() === ''}>
          {t('bindText.createAndBind')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {t('bindText.back')}
        </Button>
      </Group>
    </form>
  );
}
