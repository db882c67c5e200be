/** Workspaces of a given size, made through the core's own methods. */

import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/main/core/app.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src/shared/contract.ts';
import { type ChapterDocument, emptyDocument, type InlineNode } from '../../src/shared/domain/document.ts';
import { foreseeable } from '../support/foreseeable.ts';

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'xiangbao-bench-'));
}

export interface BenchApp {
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  close(): void;
}

export async function openBenchApp(folder: string): Promise<BenchApp> {
  const opened = await createApp({
    ...foreseeable()(),
    workspaceFolder: folder,
    clock: { now: () => new Date() },
    newId: randomUUID,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const app = opened.value;
  return {
    async call<M extends MethodName>(method: M, input: MethodInput<M>) {
      const outcome = await app.call(method, input);
      if (!outcome.ok) throw new Error(`${method}: ${JSON.stringify(outcome.error)}`);
      return outcome.value as MethodOutput<M>;
    },
    close: () => app.close(),
  };
}

/** The sample and, for each earlier year, a report of full length: `count` reports in all. */
export async function fillWithReports(app: BenchApp, count: number): Promise<string> {
  const { reportId } = await app.call('sample.open', {});
  const { reports } = await app.call('workspace.status', {});
  const full = reports.find((report) => report.year === 2023);
  if (full === undefined) throw new Error('the sample has no report of 2023');
  for (let year = 2021; year > 2024 - count; year -= 1) {
    await app.call('report.create', {
      templateKey: full.templateKey,
      outlineKey: null,
      year,
      predecessorId: full.id,
    });
  }
  return reportId;
}

/** A chapter of about `characters` characters with `bindings` bindings of `indicatorId`, evenly strewn. */
export function longChapter(characters: number, bindings: number, indicatorId: string): ChapterDocument {
  const perParagraph = 5;
  const paragraphs = Math.max(1, Math.ceil(bindings / perParagraph));
  const filler = '镇村干部逐户走访把群众反映的事情一件一件记下来再一件一件办好';
  const length = Math.floor(characters / Math.max(1, bindings));
  const piece = filler.repeat(Math.ceil(length / filler.length)).slice(0, Math.max(1, length - 3));
  let placed = 0;
  const content = Array.from({ length: paragraphs }, () => {
    const nodes: InlineNode[] = [];
    for (let index = 0; index < perParagraph && placed < bindings; index += 1) {
      placed += 1;
      nodes.push({ type: 'text', text: `${piece}，` });
      nodes.push({
        type: 'binding',
        attrs: { id: `bench-${placed}`, indicatorId, yearOffset: 0, format: { style: 'plain', unit: true } },
      });
    }
    nodes.push({ type: 'text', text: '。' });
    return { type: 'paragraph' as const, attrs: { carriedFrom: null }, content: nodes };
  });
  return bindings === 0 ? emptyDocument() : { type: 'doc', content };
}
