/** The program's page in a real browser that holds the session, over a loopback door of the test's own. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type LoopbackDoor, openLoopback } from './loopback.ts';

export interface OwnPage {
  page: Page;
  /** The page's address. */
  address: string;
}

/** Long enough for a browser to begin a connection on a busy machine; nothing is waited for that must come. */
export const patience = 400;

/** A fresh page for each test of the file. */
export function ownPageForEachTest(): () => OwnPage {
  let door: LoopbackDoor;
  let browser: Browser;
  let context: BrowserContext;
  let own: OwnPage | null = null;
  beforeAll(async () => {
    door = await openLoopback();
    browser = await launchBrowser();
    context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(door.url);
    await page.close();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await door.close();
  });
  beforeEach(async () => {
    const page = await context.newPage();
    const address = `http://127.0.0.1:${door.port}/`;
    await page.goto(address);
    own = { page, address };
  });
  afterEach(async () => {
    await own?.page.close();
    own = null;
  });
  return () => {
    if (own === null) throw new Error('there is a page only while a test runs');
    return own;
  };
}
