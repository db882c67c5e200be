/** The report's paragraphs with the words that the returned file has in their place. Pure. */
import { diffArrays } from 'diff';
import type { BindingAttributes, InlineNode, ParagraphNode, TextNode } from '../document.ts';
import { conditionOf } from '../printed.ts';
import type { SettledRun } from './settle-controls.ts';
import {
  type Atom,
  type BaseView,
  baseAtoms,
  type FileAtom,
  fileAtoms,
  isParagraphEnd,
  joinText,
} from './text-atoms.ts';

export interface RewriteSurroundings extends Omit<BaseView, 'isControlled'> {
  /** A place of the report, by its id, wherever it stands. */
  place(bindingId: string): BindingAttributes | null;
}

export interface RewrittenParagraphs {
  nodes: ParagraphNode[];
  /** Places of the base that the new text no longer holds. */
  lost: BindingAttributes[];
}

/** Beyond this many edits a text counts as written anew; only its controls are known again. */
const mostEdits = 1500;

type Step = { base: Atom; file: FileAtom } | { base: Atom; file: null } | { base: null; file: FileAtom };

/**
 * `parts` in place of `base`, several for a paragraph that was split, several of `base` for ones that were joined.
 *
 * - A place stays where its content control stands; where the control is lost, as long as its number stands unchanged
 *   between words that can be followed. A copied control becomes a place of its own, still with the id of the first:
 *   whoever stores the text makes ids unique.
 * - A condition stays on the words that are untouched, and covers what was put in between two of them.
 * - What is not printed now, passages and figures, stays behind the words that it stood behind.
 */
export function rewriteParagraphs(
  base: readonly ParagraphNode[],
  parts: readonly (readonly SettledRun[])[],
  surroundings: RewriteSurroundings,
): RewrittenParagraphs {
  const controls = new Set(parts.flat().flatMap(({ bindingId }) => bindingId ?? []));
  const atoms = baseAtoms(base, { ...surroundings, isControlled: (id) => controls.has(id) });
  const steps = stepsBetween(atoms, fileAtoms(parts));
  const whole = wholePlaces(steps);
  const marks = marksAround(steps);
  const lines: InlineNode[][] = [[]];
  const put = (node: InlineNode) => lines.at(-1)?.push(node);
  steps.forEach((step, index) => {
    for (const node of step.base?.hiddenBefore ?? []) put(node);
    if (step.file === null) return;
    if (isParagraphEnd(step.file)) lines.push([]);
    else if (step.base?.owner) {
      if (whole.get(step.base.owner.id) === index && step.base.node !== null) put(step.base.node);
      else if (!whole.has(step.base.owner.id)) put({ type: 'text', text: step.file.character });
    } else if (step.base?.node) put(step.base.node);
    else for (const node of addedNodes(step.file, marks[index] ?? {}, surroundings)) put(node);
  });
  // The last line begins behind the last paragraph's end; what was hidden there belongs to that paragraph.
  const behind = lines.pop() ?? [];
  lines.at(-1)?.push(...behind);
  const nodes = lines.map((content, index) =>
    paragraphOf(joinText(content), base[Math.min(index, base.length - 1)]),
  );
  const kept = new Set(
    nodes.flatMap(({ content = [] }) =>
      content.flatMap((node) => (node.type === 'binding' ? [node.attrs.id] : [])),
    ),
  );
  const all = base.flatMap(({ content = [] }) =>
    content.flatMap((node) => (node.type === 'binding' ? [node.attrs] : [])),
  );
  return { nodes, lost: all.filter(({ id }) => !kept.has(id)) };
}

/** What of paragraphs remains when their printed words are struck out: what was not printed. */
export function unprintedRest(
  base: readonly ParagraphNode[],
  surroundings: RewriteSurroundings,
): ParagraphNode[] {
  const hidden = baseAtoms(base, { ...surroundings, isControlled: () => true }).flatMap(
    ({ hiddenBefore }) => hiddenBefore,
  );
  return hidden.length === 0 ? [] : [paragraphOf(joinText(hidden), base[0])];
}

function paragraphOf(content: InlineNode[], from: ParagraphNode | undefined): ParagraphNode {
  const attrs = from?.attrs ?? { carriedFrom: null };
  return content.length === 0 ? { type: 'paragraph', attrs } : { type: 'paragraph', attrs, content };
}

function stepsBetween(base: readonly Atom[], file: readonly FileAtom[]): Step[] {
  const changes = diffArrays(
    base.map(({ key }) => key),
    file.map(({ key }) => key),
    { maxEditLength: mostEdits },
  ) ?? [
    { added: false, removed: true, count: base.length },
    { added: true, removed: false, count: file.length },
  ];
  const steps: Step[] = [];
  let b = 0;
  let f = 0;
  for (const { added, removed, count } of changes) {
    for (let step = 0; step < count; step += 1) {
      const baseAtom = added ? undefined : base[b];
      const fileAtom = removed ? undefined : file[f];
      if (!added) b += 1;
      if (!removed) f += 1;
      if (baseAtom !== undefined) steps.push({ base: baseAtom, file: fileAtom ?? null });
      else if (fileAtom !== undefined) steps.push({ base: null, file: fileAtom });
    }
  }
  return steps;
}

/** Places without a control whose characters all stand, one behind the other, by the step of their last character. */
function wholePlaces(steps: readonly Step[]): ReadonlyMap<string, number> {
  const whole = new Map<string, number>();
  const broken = new Set<string>();
  let last: string | null = null;
  steps.forEach(({ base, file }, index) => {
    const id = base?.owner?.id ?? null;
    if (id !== null && (file === null || (whole.has(id) && last !== id))) broken.add(id);
    if (id !== null) whole.set(id, index);
    last = id;
  });
  for (const id of broken) whole.delete(id);
  return whole;
}

/** What the file has put in: words, a copied control, or a place that came from another paragraph. */
function addedNodes(
  { run, character }: FileAtom,
  marks: Pick<TextNode, 'marks'>,
  { place }: RewriteSurroundings,
): InlineNode[] {
  if (run === null) return [{ type: 'text', text: character, ...marks }];
  const attrs = run.bindingId === null ? null : place(run.bindingId);
  if (attrs !== null) return [{ type: 'binding', attrs, ...marks }];
  return run.text === '' ? [] : [{ type: 'text', text: run.text, ...marks }];
}

/** For each step the condition of the nearest untouched neighbours, where it is the same one at both sides. */
function marksAround(steps: readonly Step[]): Pick<TextNode, 'marks'>[] {
  const before = nearestKept(steps);
  const after = nearestKept(steps.toReversed()).toReversed();
  return steps.map((_, index) => {
    const left = before[index] ?? null;
    const right = after[index] ?? null;
    if (left === null || right === null || left.type === 'figure') return {};
    const condition = conditionOf(left);
    if (condition === null || conditionOf(right)?.id !== condition.id) return {};
    return left.marks === undefined ? {} : { marks: left.marks };
  });
}

/** For each step what of the base was kept last before it; null for the end of a paragraph. */
function nearestKept(steps: readonly Step[]): (InlineNode | null)[] {
  let last: InlineNode | null = null;
  return steps.map(({ base, file }) => {
    const before = last;
    if (base !== null && file !== null) last = base.node;
    return before;
  });
}
