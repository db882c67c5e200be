/** 文件要素: everything printed around the text, in the order in which it stands on the paper; saved as it is typed. */
import { Alert, Button, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '../../../../shared/domain/written-date.ts';
import { reportSession, useReportSession } from '../../../app/report-session.ts';
import { FormatSelect } from '../../profile/format-select.tsx';
import { DocumentNumberField } from './document-number-field.tsx';
import { DateElement, LinesField, TextField, UrgencyField } from './element-fields.tsx';
import { ElementGroup } from './element-group.tsx';
import styles from './elements.module.css';

export function ReportDataForm() {
  const { t } = useTranslation('submit');
  const report = useReportSession((session) => session.report);
  const { imprint, signature, issuedOn } = report;
  const readOnly = report.state === 'final';
  const fallback = (value: string | null) => (value ? t('data.fallback', { value }) : '');
  const summary = (...values: (string | null)[]) => values.filter(Boolean).join(' · ');
  const written = (date: string | null) => date && writtenDate(date);
  return (
    <Paper withBorder radius="lg" p="lg" component="section" aria-labelledby="report-data">
      <Title order={2} fz="md" id="report-data" mb={6}>
        {t('data.title')}
      </Title>
      {readOnly && (
        <Alert color="teal" variant="light" mb="xs">
          <Text fz="sm">{t('data.final')}</Text>
          <Button
            mt={6}
            size="compact-sm"
            variant="default"
            onClick={() => reportSession.getState().updateReport({ state: 'draft' })}
          >
            {t('data.reopen')}
          </Button>
        </Alert>
      )}
      <ElementGroup
        name="head"
        title={t('data.head')}
        hint={t('data.headHint')}
        summary={summary(imprint.urgency, imprint.masthead, report.documentNumber, imprint.signer)}
      >
        <UrgencyField readOnly={readOnly} />
        <TextField
          name="masthead"
          maxLength={60}
          readOnly={readOnly}
          placeholder={signature && fallback(t('data.mastheadOf', { organ: signature }))}
        />
        <DocumentNumberField readOnly={readOnly} />
        <TextField name="signer" maxLength={60} readOnly={readOnly} placeholder={t('data.signerExample')} />
      </ElementGroup>
      <ElementGroup
        name="main"
        title={t('data.main')}
        hint={t('data.mainHint')}
        summary={summary(report.title, report.addressee, signature, written(issuedOn))}
      >
        <LinesField name="title" maxLength={200} readOnly={readOnly} />
        <TextField
          name="addressee"
          maxLength={120}
          readOnly={readOnly}
          placeholder={t('data.addresseeExample')}
        />
        <TextField name="signature" maxLength={120} readOnly={readOnly} />
        <DateElement name="issuedOn" readOnly={readOnly} />
        <TextField
          name="annotation"
          maxLength={200}
          readOnly={readOnly}
          placeholder={t('data.annotationExample')}
        />
      </ElementGroup>
      <ElementGroup
        name="colophon"
        title={t('data.colophon')}
        hint={t('data.colophonHint')}
        summary={summary(
          imprint.copyTo,
          imprint.printedBy || signature,
          written(imprint.printedOn ?? issuedOn),
        )}
      >
        <LinesField name="copyTo" maxLength={300} readOnly={readOnly} placeholder={t('data.copyToExample')} />
        <TextField name="printedBy" maxLength={60} readOnly={readOnly} placeholder={fallback(signature)} />
        <DateElement name="printedOn" readOnly={readOnly} placeholder={fallback(written(issuedOn))} />
      </ElementGroup>
      <div className={styles.format}>
        <FormatSelect />
      </div>
    </Paper>
  );
}
