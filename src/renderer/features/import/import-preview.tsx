/** What was understood of a file: on the left its data to correct and its headings, on the right all its text. */
import { Button, Group, NumberInput, Select, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GrantedFile } from '../../../shared/contract.ts';
import type { ParsedReport } from '../../../shared/domain/parsed-report.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { refreshWorkspace, useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import styles from './import.module.css';
import type { ImportedReport } from './import-screen.tsx';
import { ParsedHeadings } from './parsed-headings.tsx';
import { ParsedText } from './parsed-text.tsx';

interface ImportPreviewProps {
  file: GrantedFile;
  parsed: ParsedReport;
  onAgain: () => void;
  onDone: (report: ImportedReport) => void;
}

const factNames = ['organization', 'documentNumber', 'addressee', 'issuedOn'] as const;

export function ImportPreview({ file, parsed, onAgain, onDone }: ImportPreviewProps) {
  const { t } = useTranslation('import');
  const templates = useWorkspace((workspace) => workspace.templates);
  const [title, setTitle] = useState(parsed.title ?? '');
  const [year, setYear] = useState<number | ''>(parsed.year ?? '');
  const [chosenTemplate, setChosenTemplate] = useState<string | null>(null);
  const templateKey = chosenTemplate ?? templates[0]?.key ?? '';
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const commit = async (event: FormEvent) => {
    event.preventDefault();
    if (year === '' || busy) return;
    setBusy(true);
    const written = title.trim();
    const outcome = await call('import.commit', {
      grant: file.grant,
      templateKey,
      year,
      ...(written && { title: written }),
    });
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.error);
    await refreshWorkspace();
    onDone({ id: outcome.value.id, year, title: written || file.name });
  };

  return (
    <div className={styles.preview}>
      <form className={styles.left} onSubmit={commit}>
        <h2 className={styles.heading}>{t('understood')}</h2>
        <div className={styles.facts}>
          <Textarea
            label={t('field.title')}
            value={title}
            maxLength={200}
            autosize
            minRows={1}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Group grow align="flex-start">
            <NumberInput
              label={t('field.year')}
              required
              value={year}
              min={1949}
              max={2199}
              allowDecimal={false}
              allowNegative={false}
              error={year === '' ? t('yearMissing') : undefined}
              onChange={(value) => setYear(value === '' ? '' : Number(value))}
            />
            <Select
              label={t('template')}
              data={templates.map(({ key, name }) => ({ value: key, label: name }))}
              value={templateKey}
              allowDeselect={false}
              onChange={setChosenTemplate}
            />
          </Group>
          <dl className={styles.factList}>
            {factNames.map((name) => (
              <div key={name}>
                <dt>{t(`field.${name}`)}</dt>
                <dd data-absent={parsed[name] === null || undefined}>{parsed[name] ?? t('absent')}</dd>
              </div>
            ))}
          </dl>
          <ParsedHeadings headings={parsed.headings} />
        </div>
        <div className={styles.actions}>
          {failure && <FailureNote failure={failure} />}
          <Group justify="space-between">
            <Button variant="default" onClick={onAgain}>
              {t('chooseAgain')}
            </Button>
            <Button type="submit" loading={busy} disabled={year === ''}>
              {year === '' ? t('commitUnknown') : t('commit', { year })}
            </Button>
          </Group>
        </div>
      </form>
      <section className={styles.right} aria-label={t('text', { count: parsed.paragraphs.length })}>
        {parsed.warnings.length > 0 && (
          <div className={styles.warnings} role="note">
            <b>{t('warnings')}</b>
            <ul>
              {[...new Set(parsed.warnings.map(({ code }) => code))].map((code) => (
                <li key={code}>{t(`warning.${code}`)}</li>
              ))}
            </ul>
          </div>
        )}
        <Text fw={600} mb="xs">
          {t('text', { count: parsed.paragraphs.length })}
        </Text>
        <ParsedText paragraphs={parsed.paragraphs} dropped={parsed.dropped} />
      </section>
    </div>
  );
}
