import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createImportedFiles } from '../../../../../src/main/core/import/imported-files.ts';
import type { ParseJobs } from '../../../../../src/main/core/import/parse-job.ts';
import { createFileGrants } from '../../../../../src/main/node/file-grants.ts';
import { done } from '../../../../../src/shared/errors.ts';
import { temporaryFolder } from '../../../../support/workspace.ts';
import { parseText } from './parse.ts';

const megabyte = 1024 * 1024;
const parsed = parseText('一、工作情况\n全年培训5场。');

/** Files of so many bytes, each with a picture of so many. */
function stage(fileBytes: number, pictureBytes: number) {
  const folder = temporaryFolder();
  const grants = createFileGrants();
  const picture = { name: 'a.png', mediaType: 'image/png', bytes: new Uint8Array(pictureBytes) };
  const jobs: ParseJobs = {
    read: async () => done({ parsed, pictures: [picture] }),
    parse: async () => done(parsed),
    cancel: () => {},
    close: () => {},
  };
  const files = createImportedFiles(grants, jobs);
  const readNew = async (index: number) => {
    const path = join(folder, `${index}.txt`);
    writeFileSync(path, Buffer.alloc(fileBytes, index % 256));
    const grant = grants.grant(path);
    const outcome = await files.read(grant);
    rmSync(path);
    return { grant, outcome };
  };
  return { files, readNew };
}

async function knownOf(count: number, fileBytes: number, pictureBytes: number): Promise<boolean[]> {
  const { files, readNew } = stage(fileBytes, pictureBytes);
  const grants: string[] = [];
  for (let index = 0; index < count; index += 1) grants.push((await readNew(index)).grant);
  return grants.map((grant) => files.known(grant) !== null);
}

describe('files on their way in', () => {
  it('keep their bytes and pictures', async () => {
    const { files, readNew } = stage(3, 2);
    const { grant, outcome } = await readNew(7);
    expect(files.known(grant)).toMatchObject({
      name: '7.txt',
      bytes: new Uint8Array([7, 7, 7]),
      pictures: [{ name: 'a.png', bytes: new Uint8Array(2) }],
    });
    expect(await files.read(grant)).toEqual(outcome);
  });

  it('at most 24 are held', async () => {
    expect(await knownOf(26, 1, 1)).toEqual([false, false, ...Array(24).fill(true)]);
  });

  it('and at most 120 MB with their pictures; the newest always', async () => {
    expect(await knownOf(6, 10 * megabyte, 20 * megabyte)).toEqual([false, false, true, true, true, true]);
    expect(await knownOf(2, 30 * megabyte, 100 * megabyte)).toEqual([false, true]);
  });
});
