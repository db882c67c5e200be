import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportRecord } from '../../../../shared/contract/submission-methods.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { shortTime } from '../../exchange/local-day.ts';
import { byteWords } from '../byte-words.ts';

/** Failures that the log tells in a word; what they were about was told when they happened. */
const reasons = [
  ['submission.cancelled', 'cancelled'],
  ['submission.nameNotAllowed', 'nameNotAllowed'],
  ['submission.nameTooLong', 'nameTooLong'],
  ['submission.fileTooLarge', 'fileTooLarge'],
  ['submission.pathTooLong', 'pathTooLong'],
  ['submission.notEnoughSpace', 'notEnoughSpace'],
  ['submission.driveReadOnly', 'driveReadOnly'],
  ['submission.driveGone', 'driveGone'],
  ['submission.notOurs', 'notOurs'],
  ['submission.inUse', 'inUse'],
  ['submission.writeFailed', 'writeFailed'],
  ['submission.readBackDiffers', 'readBackDiffers'],
  ['submission.interrupted', 'interrupted'],
  ['submission.twoVersions', 'twoVersions'],
  ['export.unresolved', 'unresolved'],
] as const satisfies readonly (readonly [ErrorCode, string])[];

const columns = ['when', 'kind', 'destination', 'files', 'outcome'] as const;

export function LogTable({ records }: { records: readonly ExportRecord[] }) {
  const { t } = useTranslation('submit');
  if (records.length === 0) return <Text c="var(--ink-2)">{t('log.none')}</Text>;
  return (
    <Table verticalSpacing="xs" fz="sm" aria-label={t('log.title')}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col">
              {t(`log.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {records.map((record) => (
          <Table.Tr key={record.id}>
            <Table.Td>{shortTime(record.exportedAt)}</Table.Td>
            <Table.Td>{[t(`look.${record.look}`), t(`mode.${record.mode}`)].join(' · ')}</Table.Td>
            <Table.Td>{record.destination || t('target.exports')}</Table.Td>
            <Table.Td>
              {record.files.map(({ name, size, sha256 }) => (
                <div key={name} title={`SHA-256 ${sha256}`}>
                  {name}{' '}
                  <Text span fz="xs" c="var(--ink-2)">
                    {byteWords(size)}
                  </Text>
                </div>
              ))}
            </Table.Td>
            <Table.Td c={record.failure === null ? 'var(--teal)' : 'var(--red)'}>
              <Outcome failure={record.failure} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Outcome({ failure }: Pick<ExportRecord, 'failure'>) {
  const { t } = useTranslation('submit');
  if (failure === null) return t('log.succeeded');
  const reason = reasons.find(([code]) => code === failure)?.[1];
  return reason === undefined ? t('log.failed') : t('log.because', { why: t(`log.why.${reason}`) });
}
