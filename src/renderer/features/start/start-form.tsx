import { Anchor, Button, Group, NumberInput, Paper, Radio, Select, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportCard } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { navigate, routeHash } from '../../app/route.ts';
import type { TemplateSummary } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import styles from './start.module.css';
import { predecessorsFor, proposedYear } from './start-choices.ts';

interface StartFormProps {
  reports: ReportCard[];
  templates: TemplateSummary[];
  predecessorId: string | null;
}

/** The choice of last year's own chapters among the outlines; the contract says it with null. */
const ownOutline = 'predecessor';

export function StartForm({ reports, templates, predecessorId }: StartFormProps) {
  const { t } = useTranslation(['start', 'common']);
  const chosenReport = reports.find((report) => report.id === predecessorId);
  const [templateKey, setTemplateKey] = useState(chosenReport?.templateKey ?? templates[0]?.key ?? '');
  const template = templates.find((one) => one.key === templateKey);
  const [outlineKey, setOutlineKey] = useState<string | null>(null);
  const [year, setYear] = useState<number>(() =>
    proposedYear(reports, templateKey, predecessorId, new Date()),
  );
  const [chosen, setChosen] = useState<string | null>(predecessorId);
  const predecessors = predecessorsFor(reports, templateKey, year);
  const from = chosen ?? predecessors[0]?.id ?? '';
  const predecessor = predecessors.find((report) => report.id === from);
  // A town expects to find last year's chapters again, so they are the first choice where there are any.
  const offered = [...(predecessor ? [ownOutline] : []), ...(template?.outlines ?? []).map(({ key }) => key)];
  const outline = offered.find((key) => key === outlineKey) ?? offered[0] ?? '';
  const existing = reports.find((report) => report.templateKey === templateKey && report.year === year);
  const [failure, setFailure] = useState<Failure | null>(null);

  const create = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await call('report.create', {
      templateKey,
      outlineKey: outline === ownOutline ? null : outline,
      year,
      predecessorId: predecessor?.id ?? null,
    });
    if (!outcome.ok) setFailure(outcome.error);
    else navigate({ screen: 'report', reportId: outcome.value.id, place: 'write' });
  };

  return (
    <form onSubmit={create} className={styles.form}>
      <Paper component="fieldset" withBorder radius="lg" className={styles.part ?? ''}>
        <legend>{t('template')}</legend>
        <Stack gap="sm">
          <Select
            label={t('templateLabel')}
            data={templates.map(({ key, name }) => ({ value: key, label: name }))}
            value={templateKey}
            allowDeselect={false}
            onChange={(key) => {
              if (!key) return;
              setTemplateKey(key);
              setOutlineKey(null);
            }}
          />
          {template && (
            <Text fz="xs" c="var(--ink-2)">
              {t('due', template.due)}
            </Text>
          )}
          <Radio.Group label={t('outline')} value={outline} onChange={setOutlineKey}>
            <Stack gap="xs" mt={6}>
              {predecessor && (
                <Radio
                  value={ownOutline}
                  label={t('outlineOwn')}
                  description={t('outlineOwnText', { year: predecessor.year })}
                />
              )}
              {template?.outlines.map(({ key, name, description }) => (
                <Radio key={key} value={key} label={name} description={description} />
              ))}
            </Stack>
          </Radio.Group>
        </Stack>
      </Paper>
      <div className={styles.column}>
        <Paper component="fieldset" withBorder radius="lg" className={styles.part ?? ''}>
          <legend>{t('year')}</legend>
          <NumberInput
            label={t('yearLabel')}
            description={t('yearHint')}
            value={year}
            min={1949}
            max={2199}
            allowDecimal={false}
            allowNegative={false}
            onChange={(value) => setYear(Number(value))}
          />
          {existing && (
            <Text fz="sm" mt="xs" c="var(--amber)">
              {t('exists', { year })}{' '}
              <Anchor href={routeHash({ screen: 'report', reportId: existing.id, place: 'write' })}>
                {t('openExisting')}
              </Anchor>
            </Text>
          )}
        </Paper>
        <Paper component="fieldset" withBorder radius="lg" className={styles.part ?? ''}>
          <legend>{t('predecessor')}</legend>
          <Radio.Group value={from} onChange={setChosen} aria-label={t('predecessor')}>
            <Stack gap="xs">
              {predecessors.map((report, index) => (
                <Radio
                  key={report.id}
                  value={report.id}
                  label={`${report.year}　${report.title}`}
                  description={index === 0 ? t('carries') : undefined}
                />
              ))}
              <Radio value="" label={t('none')} />
            </Stack>
          </Radio.Group>
          {predecessors.length === 0 && (
            <Text fz="sm" mt="xs" c="var(--ink-2)">
              {t('noneYet')} <Anchor href={routeHash({ screen: 'import' })}>{t('importFirst')}</Anchor>
            </Text>
          )}
        </Paper>
        {failure && <FailureNote failure={failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => navigate({ screen: 'home' })}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" disabled={existing !== undefined || outline === '' || year < 1949}>
            {t('create')}
          </Button>
        </Group>
      </div>
    </form>
  );
}
