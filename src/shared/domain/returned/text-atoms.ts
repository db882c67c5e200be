/** Paragraphs taken apart into characters and places, so that a changed text can be laid over the one it came from. Pure. */
import type { Condition } from '../condition.ts';
import type { BindingAttributes, InlineNode, ParagraphNode, TextNode } from '../document.ts';
import { conditionOf } from '../printed.ts';
import type { SettledRun } from './settle-controls.ts';

/** One character of the printed text, or one place with a number. */
export interface Atom {
  /** Equal for what is the same on both sides. */
  key: string;
  /** What it is in the report's text; null for the end of a paragraph. */
  node: InlineNode | null;
  /** A character that stands for a place whose control the file has lost. */
  owner: BindingAttributes | null;
  /** Not printed, standing before this atom: passages whose condition does not hold, tables and charts. */
  hiddenBefore: InlineNode[];
}

export interface FileAtom {
  key: string;
  run: SettledRun | null;
  character: string;
}

/** Ends a paragraph. */
const paragraphEnd = '\u0003';
const placeMark = '\u0002';

export interface BaseView {
  /** What was printed at a place of this text. */
  printed(binding: BindingAttributes): string;
  isPrinted(condition: Condition): boolean;
  /** Whether the file's paragraphs hold the place's control. */
  isControlled(bindingId: string): boolean;
}

/** The text of paragraphs of the report; the last atom ends the last of them. */
export function baseAtoms(paragraphs: readonly ParagraphNode[], view: BaseView): Atom[] {
  const atoms: Atom[] = [];
  let hidden: InlineNode[] = [];
  const add = (key: string, node: InlineNode | null, owner: BindingAttributes | null = null) => {
    atoms.push({ key, node, owner, hiddenBefore: hidden });
    hidden = [];
  };
  for (const paragraph of paragraphs) {
    for (const node of paragraph.content ?? []) {
      const condition = conditionOf(node);
      if (node.type === 'figure' || (condition !== null && !view.isPrinted(condition))) {
        hidden = [...hidden, node];
      } else if (node.type === 'text') {
        for (const character of node.text) add(printedCharacter(character), { ...node, text: character });
      } else if (view.isControlled(node.attrs.id)) {
        add(placeMark + node.attrs.id, node);
      } else {
        for (const character of view.printed(node.attrs)) add(character, node, node.attrs);
      }
    }
    add(paragraphEnd, null);
  }
  return atoms;
}

/** The file's text for the same paragraphs, in one or several. */
export function fileAtoms(parts: readonly (readonly SettledRun[])[]): FileAtom[] {
  return parts.flatMap((runs) => [
    ...trimmed(runs).flatMap((run): FileAtom[] =>
      run.bindingId !== null
        ? [{ key: placeMark + run.bindingId, run, character: '' }]
        : Array.from(run.text, (character) => ({ key: printedCharacter(character), run: null, character })),
    ),
    { key: paragraphEnd, run: null, character: '' },
  ]);
}

/** A line break inside a paragraph of the file, or a tab, is a blank in the report's text, as it is when it is printed. */
function printedCharacter(character: string): string {
  return /[\t\r\n\u00A0\u2028\u2029]/u.test(character) ? ' ' : character;
}

function trimmed(runs: readonly SettledRun[]): SettledRun[] {
  return runs.map((run, index) => {
    if (run.bindingId !== null) return run;
    const text = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === runs.length - 1 ? text.trimEnd() : text };
  });
}

export function isParagraphEnd({ key }: { key: string }): boolean {
  return key === paragraphEnd;
}

/** Neighbouring pieces of text under the same condition become one. */
export function joinText(nodes: readonly InlineNode[]): InlineNode[] {
  const joined: InlineNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text' && sameMarks(node, last)) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    } else joined.push(node);
  }
  return joined;
}

function sameMarks(left: TextNode, right: TextNode): boolean {
  return JSON.stringify(left.marks ?? []) === JSON.stringify(right.marks ?? []);
}
