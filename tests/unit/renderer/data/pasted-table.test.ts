import { expect, it } from 'vitest';
import { readPasted } from '../../../../src/renderer/features/data/pasted-table.ts';

const pasted = (text: string) => readPasted({ text, html: '' });

it('makes all rows as long as the longest, and tells what was not there', () => {
  expect(pasted('甲\t乙\r\n156').rows).toEqual([
    [
      { text: '甲', covered: false },
      { text: '乙', covered: false },
    ],
    [
      { text: '156', covered: false },
      { text: '', covered: true },
    ],
  ]);
});

it('does not make every row as long as one long line of something else', () => {
  const { rows } = pasted(`${'1\n'.repeat(60_000)}${'\t'.repeat(60_000)}`);
  expect(rows[0]).toHaveLength(500);
  expect(rows).toHaveLength(4000);
});

it('takes a long list whole', () => {
  expect(pasted('甲\t156\n'.repeat(60_000)).rows).toHaveLength(60_000);
});
