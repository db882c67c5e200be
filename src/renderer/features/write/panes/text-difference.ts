/** What was struck out of one text and put into another, found by ProseMirror's own comparison of documents. Pure. */
import { ChangeSet, type TokenEncoder } from '@tiptap/pm/changeset';
import { type Node as ProseMirrorNode, Schema } from '@tiptap/pm/model';
import { StepMap } from '@tiptap/pm/transform';
import { alignClauses } from './clause-alignment.ts';

export interface TextPart {
  kind: 'kept' | 'removed' | 'added';
  text: string;
}

/** A document whose every node is one character, or one whole number: 46 → 58 is one change, not two of a digit each. */
const tokenSchema = new Schema({
  nodes: { doc: { content: 'token*' }, token: { attrs: { text: {} } }, text: {} },
});

const tokenEncoder: TokenEncoder<string> = {
  encodeCharacter: (character) => String.fromCodePoint(character),
  encodeNodeStart: (node) => String(node.attrs.text),
  encodeNodeEnd: () => '',
  compareTokens: (a, b) => a === b,
};

function tokensOf(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*|./gsu) ?? [];
}

function documentOf(tokens: readonly string[]): ProseMirrorNode {
  return tokenSchema.node(
    'doc',
    null,
    tokens.map((text) => tokenSchema.node('token', { text })),
  );
}

/** Every changed stretch of two short texts. */
function clauseDifference(before: string, after: string): TextPart[] {
  const oldTokens = tokensOf(before);
  const newTokens = tokensOf(after);
  const { changes } = ChangeSet.create(documentOf(oldTokens), undefined, tokenEncoder).addSteps(
    documentOf(newTokens),
    [new StepMap([0, oldTokens.length, newTokens.length])],
    null,
  );
  const parts: TextPart[] = [];
  const add = (kind: TextPart['kind'], tokens: readonly string[]) =>
    parts.push({ kind, text: tokens.join('') });
  let keptFrom = 0;
  for (const change of changes) {
    add('kept', oldTokens.slice(keptFrom, change.fromA));
    add('removed', oldTokens.slice(change.fromA, change.toA));
    add('added', newTokens.slice(change.fromB, change.toB));
    keptFrom = change.toA;
  }
  add('kept', oldTokens.slice(keptFrom));
  return parts;
}

/** The parts of both texts in reading order: kept and removed parts make `before`, kept and added ones `after`. */
export function textDifference(before: string, after: string): TextPart[] {
  const all = alignClauses(before, after).flatMap((pair): TextPart[] => {
    if (pair.before === null) return [{ kind: 'added', text: pair.after ?? '' }];
    if (pair.after === null) return [{ kind: 'removed', text: pair.before }];
    return clauseDifference(pair.before, pair.after);
  });
  const joined: TextPart[] = [];
  for (const part of all.filter(({ text }) => text !== '')) {
    const last = joined.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else joined.push({ ...part });
  }
  return joined;
}
