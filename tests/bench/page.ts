/**
 * What a person feels: first paint, a key press, a cell edit. Measured inside the page, from the event to the task that
 * follows the frame in which the change was painted. The display's own pace (60 frames a second) is switched off, so
 * that waiting for the next frame does not hide or pad what the program itself takes.
 */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startServer, viewport } from '../e2e/support/stage.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Timing, timing } from './measure.ts';
import { freshFolder, longChapter, openBenchApp } from './workspaces.ts';

const root = join(import.meta.dirname, '..', '..');
const indicatorId = 'disputes.screened';
const withoutFramePace = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** The sample with one chapter of the given size, served by the built program. */
async function serveLongChapter(characters: number, bindings: number) {
  const folder = freshFolder();
  const app = await openBenchApp(folder);
  const { reportId } = await app.call('sample.open', {});
  const { chapters } = await app.call('report.read', { id: reportId });
  const preamble = chapters.find((chapter) => chapter.kind === 'preamble');
  if (preamble === undefined) throw new Error('the sample has no preamble');
  await app.call('chapter.saveBody', {
    id: preamble.id,
    revision: preamble.revision,
    body: longChapter(characters, bindings, indicatorId),
  });
  app.close();
  const { child, url } = await startServer(folder);
  return { child, address: `${url}#/report/${reportId}/write`, folder };
}

async function stopServer(child: ChildProcess, folder: string): Promise<void> {
  const exited = once(child, 'exit');
  child.kill();
  await exited;
  rmSync(folder, { recursive: true });
}

async function openWriting(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('.ProseMirror .number-chip').first().waitFor();
  return page;
}

async function firstPaint(runs: number): Promise<Timing> {
  const { child, address, folder } = await serveLongChapter(4000, 40);
  const browser = await launchBrowser();
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    // A new context is a cold profile: no cache, no storage.
    const context = await browser.newContext({ viewport, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const look = () => {
        const usable = document.querySelector('.ProseMirror[contenteditable="true"] .number-chip');
        if (usable === null) requestAnimationFrame(look);
        else setTimeout(() => Object.assign(window, { usableAfter: performance.now() }));
      };
      requestAnimationFrame(look);
    });
    await page.goto(address);
    const handle = await page.waitForFunction(() => Reflect.get(window, 'usableAfter'));
    samples.push(Number(await handle.jsonValue()));
    await context.close();
  }
  await browser.close();
  await stopServer(child, folder);
  return timing('writing screen: cold profile to usable paint', samples);
}

/** In the page: from each key press to the task after its frame. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const samples: number[] = [];
    Object.assign(window, { keySamples: samples });
    const channel = new MessageChannel();
    let started: number[] = [];
    channel.port1.onmessage = () => {
      samples.push(...started.map((start) => performance.now() - start));
      started = [];
    };
    window.addEventListener(
      'keydown',
      (event) => {
        started.push(event.timeStamp);
        requestAnimationFrame(() => channel.port2.postMessage(null));
      },
      true,
    );
  });
}

async function keyPresses(keys: number): Promise<Timing> {
  const { child, address, folder } = await serveLongChapter(10_000, 100);
  const browser = await launchBrowser(withoutFramePace);
  const page = await openWriting(browser, address);
  await page.locator('.ProseMirror p').nth(10).click();
  await page.keyboard.type('warm up the page', { delay: 40 });
  await watchKeys(page);
  await page.keyboard.type('abcdefghij'.repeat(Math.ceil(keys / 10)), { delay: 40 });
  await page.waitForTimeout(500);
  const samples = await page.evaluate(() => Reflect.get(window, 'keySamples') as number[]);
  await browser.close();
  await stopServer(child, folder);
  return timing('key press to paint, 10,000 characters, 100 bindings', samples, 'under 16 ms at p95');
}

async function cellEdits(edits: number, bindings: number): Promise<Timing> {
  const { child, address, folder } = await serveLongChapter(bindings * 30, bindings);
  const browser = await launchBrowser(withoutFramePace);
  const page = await openWriting(browser, address);
  await page.locator('.ProseMirror .number-chip').first().click();
  const field = page.getByRole('textbox', { name: /（今年）/ });
  await field.waitFor();
  await page.evaluate(() => {
    const samples: number[] = [];
    Object.assign(window, { editSamples: samples });
    const chips = () => [...document.querySelectorAll('.ProseMirror .number-chip')];
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Enter') return;
        const before = chips().at(-1)?.textContent;
        const look = () => {
          const shown = chips();
          const all = shown.every((chip) => chip.textContent !== before);
          if (!all) return void requestAnimationFrame(look);
          const channel = new MessageChannel();
          channel.port1.onmessage = () => samples.push(performance.now() - event.timeStamp);
          channel.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      },
      true,
    );
  });
  for (let edit = 0; edit < edits; edit += 1) {
    // A person types a number in no less; what the edit before set off must not be counted to this one.
    await page.waitForTimeout(300);
    await field.fill(String(1000 + edit));
    await field.press('Enter');
    await page.waitForFunction(
      (count) => (Reflect.get(window, 'editSamples') as number[]).length >= count,
      edit + 1,
    );
  }
  const samples = await page.evaluate(() => Reflect.get(window, 'editSamples') as number[]);
  await browser.close();
  await stopServer(child, folder);
  return timing(
    `cell edit to ${bindings.toLocaleString('en')} bindings repainted`,
    samples,
    'under 16 ms at p95',
  );
}

export async function pageTimings(): Promise<Timing[]> {
  spawnSync(process.execPath, ['build/build.mjs'], { cwd: root, stdio: 'ignore' });
  return [await firstPaint(10), await keyPresses(300), await cellEdits(60, 300), await cellEdits(60, 1000)];
}
