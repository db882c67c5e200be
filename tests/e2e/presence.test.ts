/** That windows tell the program they are open: one of them for all, and the next one when that is closed. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest();
const stays = (page: Page) => page.waitForRequest((request) => request.url().endsWith('/api/host.stay'));

test.skipIf(process.env.XIANGBAO_E2E_DOOR === 'electron')(
  'one window speaks for all, the next one when it is closed, and a page loaded anew goes on',
  async () => {
    const { page } = stage();
    await Promise.all([stays(page), page.reload()]);
    const other = await page.context().newPage();
    let spoke = 0;
    other.on('request', (request) => {
      if (request.url().endsWith('/api/host.stay')) spoke += 1;
    });
    await other.goto(new URL('/', page.url()).href);
    await other.getByRole('button', { name: /^看示例/ }).waitFor();
    expect(spoke).toBe(0);
    await Promise.all([stays(other), page.close()]);
    expect(spoke).toBe(1);
  },
);
