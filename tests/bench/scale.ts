/**
 * What a workspace costs as it grows: starting the served program until the home screen can be used, and the memory of
 * its process, with twenty reports and with two thousand of full length.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { openWorkspace } from '../../src/main/core/storage/open.ts';
import { startServer, viewport } from '../e2e/support/stage.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Timing, timing } from './measure.ts';
import { fillWithReports, freshFolder, openBenchApp } from './workspaces.ts';

/** The years of one subject that `fillWithReports` makes in one go. */
const yearsOfSubject = 70;

/** A workspace with `count` reports: one subject's, and copies of them under further subjects. */
async function workspaceOf(count: number): Promise<string> {
  const folder = freshFolder();
  const app = await openBenchApp(folder);
  await fillWithReports(app, Math.min(count, yearsOfSubject));
  app.close();
  const opened = await openWorkspace({
    folder,
    holder: { door: 'cli', user: 'bench', host: 'bench', processId: process.pid },
    clock: { now: () => new Date() },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const workspace = opened.value;
  workspace.transaction((database) => {
    for (let made = yearsOfSubject, subject = 2; made < count; made += yearsOfSubject, subject += 1) {
      const parameters = { subject: `-${subject}`, limit: Math.min(yearsOfSubject, count - made) };
      for (const sql of copies) database.prepare(sql).run(parameters);
    }
  });
  workspace.close();
  return folder;
}

const firstSubject = `SELECT id FROM report WHERE template_key NOT LIKE '%-%' ORDER BY year DESC LIMIT :limit`;

/** One more subject: the template under another key, its reports and their chapters. */
const copies = [
  `INSERT INTO template (key, version, content)
   SELECT key || :subject, version, json_set(content, '$.key', key || :subject) FROM template
    WHERE key NOT LIKE '%-%' AND :limit > 0`,
  `INSERT INTO report (id, template_key, template_version, year, title, document_number, addressee, signature,
                       issued_on, state, origin, created_at, updated_at)
   SELECT id || :subject, template_key || :subject, template_version, year, title, document_number, addressee,
          signature, issued_on, state, origin, created_at, updated_at
     FROM report WHERE id IN (${firstSubject})`,
  `INSERT INTO chapter (id, report_id, parent_id, position, kind, heading, run_in, template_chapter_key, body, done,
                        revision, carried_paragraphs, blank, updated_at, is_attachment)
   SELECT id || :subject, report_id || :subject, parent_id || :subject, position, kind, heading, run_in,
          template_chapter_key, body, done, revision, carried_paragraphs, blank, updated_at, is_attachment
     FROM chapter WHERE report_id IN (${firstSubject}) ORDER BY parent_id IS NOT NULL, parent_id`,
];

async function stopServer(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill();
  await exited;
}

/** Resident memory of the process in MB (10⁶ bytes), as Linux counts it. */
function memoryOf(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024) / 1e6;
}

interface Starts {
  start: Timing;
  /** MB, when the home screen stood there. */
  memory: number[];
}

/** From the start of the program's process to a home screen that shows a report's card, in a browser that is open. */
async function starts(count: number, runs: number): Promise<Starts> {
  const folder = await workspaceOf(count);
  const browser = await launchBrowser();
  const samples: number[] = [];
  const memory: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    const { child, url } = await startServer(folder);
    const context = await browser.newContext({ viewport, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(url);
    await page.locator('main a').first().waitFor();
    samples.push(performance.now() - begun);
    memory.push(memoryOf(child));
    await context.close();
    await stopServer(child);
  }
  await browser.close();
  rmSync(folder, { recursive: true });
  return {
    start: timing(`served program with ${count} reports: start to home screen`, samples, 'under 1,500 ms'),
    memory,
  };
}

/** Prints the memory, which is no time, and returns the timings. */
export async function scaleTimings(): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const count of [20, 2000]) {
    const { start, memory } = await starts(count, 5);
    timings.push(start);
    const largest = Math.max(...memory).toFixed(0);
    process.stdout.write(
      `main process with ${count} reports, home screen shown: ${largest} MB resident (goal: under 150)\n`,
    );
  }
  return timings;
}
