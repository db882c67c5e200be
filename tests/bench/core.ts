/** What the core costs without a page: opening a workspace, exporting a document. */
import { rmSync } from 'node:fs';
import { measure, type Timing } from './measure.ts';
import { fillWithReports, freshFolder, longChapter, openBenchApp } from './workspaces.ts';

async function openingTwentyReports(): Promise<Timing> {
  const folder = freshFolder();
  const app = await openBenchApp(folder);
  await fillWithReports(app, 20);
  app.close();
  const result = await measure(
    'workspace with 20 reports: open and list',
    { runs: 30, warmUps: 3 },
    async () => {
      const opened = await openBenchApp(folder);
      await opened.call('workspace.status', {});
      opened.close();
    },
  );
  rmSync(folder, { recursive: true });
  return result;
}

async function exportingFourThousandCharacters(): Promise<Timing> {
  const folder = freshFolder();
  const app = await openBenchApp(folder);
  const { reportId } = await app.call('sample.open', {});
  const { chapters } = await app.call('report.read', { id: reportId });
  // The text is spread over the report's chapters, as it would be; together 4,000 characters and 80 bindings.
  const share = Math.ceil(4000 / chapters.length);
  for (const { id, revision } of chapters) {
    await app.call('chapter.saveBody', {
      id,
      revision,
      body: longChapter(share, Math.ceil(80 / chapters.length), 'disputes.screened'),
    });
  }
  const result = await measure(
    'export of a 4,000-character report to .docx, read back',
    { runs: 30, warmUps: 5, goal: 'under 150 ms' },
    () => app.call('export.docx', { reportId, mode: 'draft', target: null }),
  );
  app.close();
  rmSync(folder, { recursive: true });
  return result;
}

export async function coreTimings(): Promise<Timing[]> {
  return [await openingTwentyReports(), await exportingFourThousandCharacters()];
}
