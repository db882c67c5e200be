/** Damage to XML and HTML: tags doubled, removed, moved and nested, attributes at their extremes, tricks with entities. */
import type { Random } from '../random.ts';
import { awkwardTexts, mutateText } from './text.ts';

const attributeValues = [
  ...awkwardTexts.map((text) => text.replaceAll(/["<&\0]/g, '')),
  '-1',
  '0',
  '1',
  '2147483647',
  '-2147483648',
  '4294967296',
  '99999999999999999999',
  '1.5',
  'NaN',
  'Infinity',
  'true',
  'off',
  '#REF!',
  'A1:XFD1048576',
  'XFD1048576',
  'g 100000 5',
  '1 2 3 4 5 6 7 8 9',
];

const prologues = [
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
  '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
  '<?xml version="1.1" encoding="UTF-16"?>',
  '<?xml-stylesheet href="x"?>',
  '<!-- -->',
  '\uFEFF',
];

const texts = [
  '&a;',
  '&#0;',
  '&#x110000;',
  '&#xD800;',
  '&lt;w:p&gt;',
  '<![CDATA[<w:p>]]>',
  '<!-- x -->',
  ']]>',
];

interface Piece {
  kind: 'tag' | 'text';
  text: string;
}

function piecesOf(xml: string): Piece[] {
  return (xml.match(/<[^>]*>|[^<]+/g) ?? []).map((text) => ({
    kind: text.startsWith('<') ? 'tag' : 'text',
    text,
  }));
}

/** Index just behind the end of the element whose start tag stands at `start`. */
function endOfElement(pieces: readonly Piece[], start: number): number {
  let depth = 0;
  for (let at = start; at < pieces.length; at += 1) {
    const { kind, text } = pieces[at] ?? { kind: 'text', text: '' };
    if (kind === 'text' || text.startsWith('<?') || text.startsWith('<!') || text.endsWith('/>')) {
      if (depth === 0) return at + 1;
      continue;
    }
    depth += text.startsWith('</') ? -1 : 1;
    if (depth <= 0) return at + 1;
  }
  return pieces.length;
}

function placeOf(pieces: readonly Piece[], random: Random, fits: (piece: Piece) => boolean): number {
  const places = pieces.flatMap((piece, index) => (fits(piece) ? [index] : []));
  return places.length === 0 ? -1 : random.pick(places);
}

const isStart = ({ kind, text }: Piece) => kind === 'tag' && /^<[A-Za-z]/.test(text);

function changeAttribute(tag: string, random: Random): string {
  const attributes = [...tag.matchAll(/\s[\w:.-]+="[^"]*"/g)];
  const value = random.pick(attributeValues);
  if (attributes.length === 0 || random.chance(0.1))
    return tag.replace(/\/?>$/, (end) => ` w:val="${value}"${end}`);
  const { 0: whole, index } = random.pick(attributes);
  const name = whole.slice(0, whole.indexOf('='));
  const changed = random.chance(0.15) ? '' : random.chance(0.1) ? `${whole}${whole}` : `${name}="${value}"`;
  return tag.slice(0, index) + changed + tag.slice(index + whole.length);
}

type Mutation = (pieces: Piece[], random: Random) => void;

const removeTag: Mutation = (pieces, random) => {
  pieces.splice(
    placeOf(pieces, random, ({ kind }) => kind === 'tag'),
    1,
  );
};
const removeElement: Mutation = (pieces, random) => {
  const at = placeOf(pieces, random, isStart);
  if (at >= 0) pieces.splice(at, endOfElement(pieces, at) - at);
};
const copyElement: Mutation = (pieces, random) => {
  const at = placeOf(pieces, random, isStart);
  if (at < 0) return;
  const element = pieces.slice(at, endOfElement(pieces, at));
  if (element.length > 2000) return;
  const times = element.length < 40 && random.chance(0.1) ? 500 : 1 + random.below(3);
  const to = random.chance(0.5) ? at : placeOf(pieces, random, isStart);
  pieces.splice(to, 0, ...Array.from({ length: times }, () => element).flat());
};
const moveElement: Mutation = (pieces, random) => {
  const at = placeOf(pieces, random, isStart);
  if (at < 0) return;
  const element = pieces.splice(at, endOfElement(pieces, at) - at);
  pieces.splice(random.below(pieces.length + 1), 0, ...element);
};
/** Characters of tags put around one element. */
const longestNest = 200_000;

/** Around an element its own tags, or those of another. */
const nest: Mutation = (pieces, random) => {
  const at = placeOf(pieces, random, isStart);
  const from = placeOf(pieces, random, isStart);
  if (at < 0) return;
  const tag = (pieces[random.chance(0.5) ? at : from]?.text ?? '').replace(/\s*\/>$/, '>');
  const name = /^<([\w:.-]+)/.exec(tag)?.[1] ?? 'x';
  const depth = Math.min(
    random.pick([1, 2, 10, 150, 198, 250, 600, 3000]),
    Math.ceil(longestNest / tag.length),
  );
  const end = endOfElement(pieces, at);
  pieces.splice(end, 0, { kind: 'tag', text: `</${name}>`.repeat(depth) });
  pieces.splice(at, 0, { kind: 'tag', text: tag.repeat(depth) });
};
const attribute: Mutation = (pieces, random) => {
  const at = placeOf(pieces, random, isStart);
  const piece = pieces[at];
  if (piece !== undefined) pieces[at] = { kind: 'tag', text: changeAttribute(piece.text, random) };
};
const text: Mutation = (pieces, random) => {
  const at = placeOf(pieces, random, ({ kind, text: words }) => kind === 'text' && words.trim() !== '');
  const piece = pieces[at];
  if (piece === undefined) return;
  const changed = random.chance(0.3)
    ? random.pick(texts)
    : mutateText(piece.text, random).replaceAll(/[<&]/g, '');
  pieces[at] = { kind: 'text', text: changed };
};
const manyAttributes: Mutation = (pieces, random) => {
  const at = placeOf(pieces, random, isStart);
  const piece = pieces[at];
  if (piece === undefined) return;
  const many = Array.from({ length: random.pick([50, 600, 5000]) }, (_, index) => ` a${index}="1"`).join('');
  pieces[at] = { kind: 'tag', text: piece.text.replace(/\/?>$/, (end) => `${many}${end}`) };
};
const prologue: Mutation = (pieces, random) => {
  pieces.splice(random.chance(0.7) ? 0 : 1, 0, { kind: 'tag', text: random.pick(prologues) });
};
const rename: Mutation = (pieces, random) => {
  const [at, from] = [placeOf(pieces, random, isStart), placeOf(pieces, random, isStart)];
  const name = /^<([\w:.-]+)/.exec(pieces[from]?.text ?? '')?.[1] ?? 'x';
  const old = /^<([\w:.-]+)/.exec(pieces[at]?.text ?? '')?.[1];
  if (old === undefined) return;
  const end = endOfElement(pieces, at) - 1;
  for (const place of new Set([at, end])) {
    const piece = pieces[place];
    if (piece !== undefined) pieces[place] = { kind: 'tag', text: piece.text.replace(old, name) };
  }
};

const mutations: readonly Mutation[] = [
  removeTag,
  removeElement,
  removeElement,
  copyElement,
  copyElement,
  moveElement,
  nest,
  attribute,
  attribute,
  attribute,
  text,
  text,
  manyAttributes,
  prologue,
  rename,
  rename,
];

export function mutateXml(xml: string, random: Random): string {
  const pieces = piecesOf(xml);
  if (pieces.length === 0) return random.pick(prologues);
  for (let count = 1 + random.below(5); count > 0; count -= 1) random.pick(mutations)(pieces, random);
  return pieces.map((piece) => piece.text).join('');
}
