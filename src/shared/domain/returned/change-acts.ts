/** What taking a change of a paragraph does to the report, or why it can only be told. Pure. */
import type { ParagraphNode } from '../document.ts';
import { findDates } from '../text/dates.ts';
import { withoutBlanks, withoutMarker } from './block-key.ts';
import type { ComparisonView } from './comparison-view.ts';
import type { PrintedBlock, PrintedParagraph } from './printed-block.ts';
import type { ChangeAct, LostNumber, NotTakeable, ReportPatch } from './returned-change.ts';
import { runsText } from './returned-document.ts';
import { rewriteParagraphs, unprintedRest } from './rewrite-paragraphs.ts';
import { headedRuns } from './run-slices.ts';
import type { SettledRun } from './settle-controls.ts';

export type Planned = { act: ChangeAct; lost: LostNumber[]; refusal: null } | Told;
interface Told {
  act: null;
  lost: LostNumber[];
  refusal: NotTakeable;
}

/** Between two paragraphs of a chapter; `from`: the index of the one behind. */
export interface Gap {
  chapterId: string;
  from: number;
}

const longest = { title: 200, documentNumber: 60, addressee: 120, signature: 120, heading: 200 };

export function told(refusal: NotTakeable): Told {
  return { act: null, lost: [], refusal };
}

const nothing: ChangeAct = { edits: [], heading: null, report: null };

function taken(act: Partial<ChangeAct>, lost: LostNumber[] = []): Planned {
  return { act: { ...nothing, ...act }, lost, refusal: null };
}

/** A paragraph whose words are now those of `parts`. */
export function changeParagraph(
  view: ComparisonView,
  now: PrintedParagraph,
  parts: readonly (readonly SettledRun[])[],
): Planned {
  const text = parts.map(runsText).join('').trim();
  switch (now.role) {
    case 'body':
      return changeBody(view, [now], parts);
    case 'heading': {
      const heading = (now.marker === '' ? text : withoutMarker(text)).replace(/\s+/gu, ' ').trim();
      if (now.chapterId === null) return told('frame');
      return heading.length > longest.heading
        ? told('tooLong')
        : taken({ heading: { chapterId: now.chapterId, heading } });
    }
    case 'caption':
    case 'figureNote':
      return told('figure');
    default:
      return changeFrame(now, text);
  }
}

/** The lines around the chapters that stand in the report's data as they are written. */
function changeFrame({ role }: PrintedParagraph, text: string): Planned {
  const patch = framePatch(role, text);
  if (patch === null) return told('frame');
  const tooLong = Object.entries(patch).some(
    ([field, value]) => field in longest && (value ?? '').length > longest[field as keyof typeof longest],
  );
  return tooLong ? told('tooLong') : taken({ report: patch });
}

function framePatch(role: PrintedParagraph['role'], text: string): ReportPatch | null {
  switch (role) {
    case 'title':
      return { title: withoutBlanks(text) };
    case 'addressee':
      return { addressee: text.replace(/[:：\s]+$/u, '') };
    case 'documentNumber':
      return { documentNumber: text };
    case 'signature':
      return { signature: text };
    case 'date': {
      const [only, ...more] = findDates(text);
      const isDay = only !== undefined && more.length === 0 && /^\d{4}-\d{2}-\d{2}$/u.test(only.iso);
      return isDay && withoutBlanks(only.text) === withoutBlanks(text) ? { issuedOn: only.iso } : null;
    }
    default:
      return null;
  }
}

/** Neighbouring paragraphs of a chapter, whose words are now those of `parts`. */
export function changeBody(
  view: ComparisonView,
  now: readonly PrintedParagraph[],
  parts: readonly (readonly SettledRun[])[],
): Planned {
  const [first] = now;
  const chapterId = first?.chapterId ?? null;
  const places = now.map(({ paragraph }) => paragraph ?? -1);
  const from = places[0] ?? -1;
  if (first === undefined || chapterId === null || from < 0) return told('outside');
  if (now.some((one) => one.chapterId !== chapterId)) return told('apart');
  if (places.some((place, index) => place !== from + index)) return told('apart');

  let heading: ChangeAct['heading'] = null;
  let bodies = parts;
  if (first.heading !== '') {
    const headed = headedRuns(parts[0] ?? [], first.heading, withoutMarker);
    if (headed === null || headed.heading === '') return told('heading');
    if (headed.heading.length > longest.heading) return told('tooLong');
    const known = first.heading.replace(/[。．.；;，,：:、\s]+$/u, '');
    if (headed.heading !== known) heading = { chapterId, heading: headed.heading };
    bodies = [headed.body, ...parts.slice(1)];
  }
  const base = view.paragraphs(chapterId).slice(from, from + now.length);
  const { nodes, lost } = rewriteParagraphs(base, bodies, view.rewrite);
  const edits = [{ chapterId, from, count: base.length, nodes }];
  const lostNumbers = lost.map(
    ({ id, indicatorId }): LostNumber => ({
      bindingId: id,
      indicatorName: view.indicatorName(indicatorId),
      shown: view.printed(id) ?? '',
    }),
  );
  return taken({ edits, heading }, lostNumbers);
}

export function addParagraph(view: ComparisonView, gap: Gap | null, runs: readonly SettledRun[]): Planned {
  if (gap === null) return told('outside');
  const { nodes } = rewriteParagraphs([], [runs], view.rewrite);
  return taken({ edits: [{ ...gap, count: 0, nodes }] });
}

export function removeParagraph(view: ComparisonView, now: PrintedBlock): Planned {
  if (now.kind === 'table') return told(now.figureId === null ? 'frame' : 'figure');
  if (now.role === 'caption' || now.role === 'figureNote') return told('figure');
  if (now.role === 'heading' || now.heading !== '') return told('heading');
  const found = nodesOf(view, now);
  if (found === null) return told('frame');
  const { chapterId, from, base } = found;
  return taken({ edits: [{ chapterId, from, count: 1, nodes: unprintedRest(base, view.rewrite) }] });
}

export function moveParagraph(view: ComparisonView, now: PrintedBlock, gap: Gap | null): Planned {
  if (now.kind === 'table') return told('figure');
  if (now.role === 'heading' || now.heading !== '') return told('heading');
  const found = nodesOf(view, now);
  if (found === null) return told(now.role === 'caption' ? 'figure' : 'frame');
  if (gap === null) return told('outside');
  const { chapterId, from, base } = found;
  return taken({
    edits: [
      { chapterId, from, count: 1, nodes: [] },
      { ...gap, count: 0, nodes: [...base] },
    ],
  });
}

function nodesOf(
  view: ComparisonView,
  { role, chapterId, paragraph }: PrintedParagraph,
): { chapterId: string; from: number; base: readonly ParagraphNode[] } | null {
  if (role !== 'body' || chapterId === null || paragraph === null) return null;
  return { chapterId, from: paragraph, base: view.paragraphs(chapterId).slice(paragraph, paragraph + 1) };
}
