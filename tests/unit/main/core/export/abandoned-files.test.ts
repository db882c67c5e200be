import { copyFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFileAtomically } from '../../../../../src/main/core/export/atomic-write.ts';
import { copyWithReadBack } from '../../../../../src/main/core/storage/backups/make-backup.ts';
import { nodeStorageFiles } from '../../../../../src/main/core/storage/backups/storage-files.ts';
import { temporaryFolder } from '../../../../support/workspace.ts';

const abandoned = '.xiangbao-01234567-89ab-4cde-8f01-23456789abcd.tmp';
const underWay = '.xiangbao-01234567-89ab-4cde-8f01-23456789abce.tmp';
const notOurs = '.xiangbao-notes.tmp';

/** A stick on which a program was killed the day before, and another is just writing. */
function stick(): string {
  const folder = temporaryFolder();
  for (const name of [abandoned, `${abandoned}-journal`, underWay, notOurs])
    writeFileSync(join(folder, name), 'x');
  const dayBefore = Date.now() / 1000 - 86_400;
  for (const name of [abandoned, `${abandoned}-journal`, notOurs]) {
    utimesSync(join(folder, name), dayBefore, dayBefore);
  }
  return folder;
}

test('what a killed program left unfinished goes with the next document that is written there', async () => {
  const folder = stick();
  expect((await writeFileAtomically(join(folder, '报告.docx'), Buffer.from('文'))).ok).toBe(true);
  expect(readdirSync(folder).sort()).toEqual([underWay, notOurs, '报告.docx'].sort());
});

test('and with the next backup that is carried away', async () => {
  const folder = stick();
  const from = join(temporaryFolder(), '备份.xbdb');
  writeFileSync(from, '备份');
  expect((await copyWithReadBack(from, join(folder, '带走.xbdb'), nodeStorageFiles)).ok).toBe(true);
  expect(readdirSync(folder).sort()).toEqual([underWay, notOurs, '带走.xbdb'].sort());
  copyFileSync(from, join(folder, abandoned));
  expect((await copyWithReadBack(from, join(folder, '带走.xbdb'), nodeStorageFiles)).ok).toBe(true);
  expect(readdirSync(folder)).toContain(abandoned);
});
