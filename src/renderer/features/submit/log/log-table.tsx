import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportRecord } from '../../../../shared/contract/submission-methods.ts';
import { errorSentence } from '../../../i18n/index.ts';
import { shortTime } from '../../exchange/local-day.ts';
import { byteWords } from '../byte-words.ts';

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
              {record.failure === null
                ? t('log.succeeded')
                : errorSentence({ code: record.failure, parameters: { name: record.destination } })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
