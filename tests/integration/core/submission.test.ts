import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

test('a draft of the sample goes to a folder, is recorded, and verifies there', async () => {
  const app = await openTestApp();
  const { reportId } = await app.call('sample.open', {});
  const stick = temporaryFolder();
  const target = app.dependencies.grants.grant(stick);
  const request = { look: 'plain', mode: 'draft', form: 'folder' } as const;
  const { written, failure } = await app.call('submission.write', {
    ...request,
    reportId,
    target,
    documents: ['docx'],
  });
  expect(failure).toBeNull();
  expect(readdirSync(stick)).toEqual([written?.name]);
  const verified = await app.call('submission.verify', { grant: written?.grant ?? '' });
  expect(verified.ok).toBe(true);
});
