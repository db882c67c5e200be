/** The numbers that the document prints, against those its manifest lists: to look through, to search, to copy. */
import { Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ListedNumber,
  matchingNumbers,
  numbersAsText,
  type VerifiedNumbersOf,
} from './listed-numbers.ts';
import styles from './verify.module.css';

/** More rows than anybody reads; searching finds the others. */
const shownRows = 200;
const columns = ['heading', 'name', 'year', 'text'] as const;

export function VerifiedNumbers({ numbers }: { numbers: VerifiedNumbersOf }) {
  const { t } = useTranslation('submission');
  const [wanted, setWanted] = useState('');
  const [copied, setCopied] = useState(false);
  const { checked, unequal, places, listed } = numbers;
  const found = matchingNumbers(listed, wanted);
  const head = columns.map((column) => t(`numbers.${column}`));
  const copy = async () => {
    await navigator.clipboard.writeText(numbersAsText(head, found));
    setCopied(true);
  };
  return (
    <>
      <Text fz="sm" c={unequal > 0 ? 'var(--red)' : 'var(--teal)'}>
        {unequal > 0 ? t('numbers.unequal', { checked, unequal }) : `✓ ${t('numbers.equal', { checked })}`}
      </Text>
      {places.map(({ heading, name, year, text, printed }) => (
        <Text key={JSON.stringify([heading, name, year, text])} fz="sm" c="var(--red)">
          {printed === null
            ? t('numbers.gone', { heading, name, year, text })
            : t('numbers.other', { heading, name, year, text, printed })}
        </Text>
      ))}
      {listed.length > 0 && (
        <>
          <Group gap="xs" align="center">
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
            <Button size="compact-sm" variant="default" onClick={() => void copy()}>
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
