/** The numbers that the document prints, against those its manifest lists: to look through, to search, to copy. */
import { Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifiedSubmission } from '../../../../shared/contract/submission-methods.ts';
import { copyText } from '../../../api/copy-text.ts';
import { type ListedNumber, matchingNumbers, numbersAsText } from './listed-numbers.ts';
import styles from './verify.module.css';

/** More rows than anybody reads; searching finds the others. */
const shownRows = 200;
const columns = ['heading', 'name', 'year', 'text'] as const;

export function VerifiedNumbers({ numbers, listed }: Pick<VerifiedSubmission, 'numbers' | 'listed'>) {
  return (
    <>
      {numbers && <ComparedNumbers numbers={numbers} />}
      {listed.length > 0 && <SearchedNumbers listed={listed} />}
    </>
  );
}

function ComparedNumbers({ numbers }: { numbers: NonNullable<VerifiedSubmission['numbers']> }) {
  const { t } = useTranslation('submission');
  const { checked, unequal, places } = numbers;
  if (unequal === 0) {
    return (
      <Text fz="sm" c="var(--teal)">
        ✓ {t('numbers.equal', { checked })}
      </Text>
    );
  }
  return (
    <div>
      <Text fz="sm" c="var(--red)">
        {t('numbers.unequal', { checked, unequal })}
      </Text>
      {places.map(({ heading, name, year, text, printed }) => (
        <Text key={JSON.stringify([heading, name, year, text, printed])} fz="sm" c="var(--red)">
          {printed === null
            ? t('numbers.gone', { heading, name, year, text })
            : t('numbers.other', { heading, name, year, text, printed })}
        </Text>
      ))}
    </div>
  );
}

function SearchedNumbers({ listed }: { listed: readonly ListedNumber[] }) {
  const { t } = useTranslation('submission');
  const [wanted, setWanted] = useState('');
  const [copied, setCopied] = useState(false);
  const found = matchingNumbers(listed, wanted);
  const head = columns.map((column) => t(`numbers.${column}`));
  return (
    <>
      <Group gap="xs">
        <TextInput
          size="xs"
          type="search"
          flex={1}
          aria-label={t('numbers.search')}
          placeholder={t('numbers.search')}
          value={wanted}
          onChange={(event) => {
            setWanted(event.currentTarget.value);
            setCopied(false);
          }}
        />
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setCopied(copyText(numbersAsText(head, found)))}
        >
          {t(copied ? 'numbers.copied' : 'numbers.copy', { count: found.length })}
        </Button>
      </Group>
      <NumberTable head={head} rows={found.slice(0, shownRows)} />
      {found.length > shownRows && (
        <Text fz="xs" c="var(--ink-2)">
          {t('numbers.more', { count: found.length - shownRows })}
        </Text>
      )}
    </>
  );
}

function NumberTable({ head, rows }: { head: readonly string[]; rows: readonly ListedNumber[] }) {
  const { t } = useTranslation('submission');
  return (
    <div className={styles.numbers}>
      <Table stickyHeader fz="sm" aria-label={t('numbers.title')}>
        <Table.Thead>
          <Table.Tr>
            {head.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ heading, name, year, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a document prints the same number twice in one chapter.
            <Table.Tr key={index}>
              <Table.Td>{heading}</Table.Td>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{year}</Table.Td>
              <Table.Td>{text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
