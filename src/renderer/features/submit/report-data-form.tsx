import { Alert, Button, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { DateField } from '../../components/date-field.tsx';
import { FormatSelect } from '../profile/format-select.tsx';

const lines = [
  { name: 'documentNumber', maxLength: 60 },
  { name: 'addressee', maxLength: 120 },
  { name: 'signature', maxLength: 120 },
] as const;

/** What is printed around the text; saved as it is typed. */
export function ReportDataForm() {
  const { t } = useTranslation('submit');
  const report = useReportSession((session) => session.report);
  const { updateReport } = reportSession.getState();
  const final = report.state === 'final';
  return (
    <Paper withBorder radius="lg" p="lg" component="section" aria-labelledby="report-data">
      <Stack gap="sm">
        <div>
          <Title order={2} fz="md" id="report-data">
            {t('data.title')}
          </Title>
          <Text fz="xs" c="var(--ink-2)">
            {t('data.hint')}
          </Text>
        </div>
        {final && (
          <Alert color="teal" variant="light">
            <Text fz="sm">{t('data.final')}</Text>
            <Button
              mt={6}
              size="compact-sm"
              variant="default"
              onClick={() => updateReport({ state: 'draft' })}
            >
              {t('data.reopen')}
            </Button>
          </Alert>
        )}
        <Textarea
          label={t('data.reportTitle')}
          value={report.title}
          maxLength={200}
          autosize
          minRows={2}
          readOnly={final}
          onChange={(event) => updateReport({ title: event.currentTarget.value })}
        />
        {lines.map(({ name, maxLength }) => (
          <TextInput
            key={name}
            label={t(`data.${name}`)}
            placeholder={name === 'documentNumber' ? t('data.documentNumberExample') : ''}
            value={report[name]}
            maxLength={maxLength}
            readOnly={final}
            onChange={(event) => updateReport({ [name]: event.currentTarget.value })}
          />
        ))}
        <DateField
          label={t('data.issuedOn')}
          value={report.issuedOn}
          readOnly={final}
          onChange={(issuedOn) => updateReport({ issuedOn })}
        />
        <FormatSelect />
      </Stack>
    </Paper>
  );
}
