/** Damage to .pdf files: their objects, references, names, numbers and streams. Source: ISO 32000-1, 7. */
import type { Random } from '../random.ts';
import { mutateBytes } from './bytes.ts';

const words = [
  'null',
  'true',
  '<<>>',
  '[]',
  '()',
  '<>',
  '0 0 R',
  '1 0 R',
  '2 0 R',
  '99999 0 R',
  '-1',
  '0',
  '2147483648',
  '1e30',
  '.0000001',
  '(\\377\\376)',
  '<FEFF4E00>',
  '/FlateDecode',
  '/LZWDecode',
  '/ASCII85Decode',
  '/RunLengthDecode',
  '/JBIG2Decode',
  '/Identity-H',
  '/Type3',
  '/XFA',
  '/ObjStm',
  '/Encrypt',
  'BT',
  'ET',
  'q',
  'Q',
  'Tj',
  'endobj',
  'endstream',
];

const token = /\/[\w.+-]+|\d+ \d+ R|-?\d+(?:\.\d+)?|<<|>>|\[|\]|<[0-9A-Fa-f]*>|\([^()]*\)|\b[A-Za-z]{1,9}\b/g;

function mutateTokens(text: string, random: Random): string {
  const found = [...text.matchAll(token)];
  if (found.length === 0) return text;
  const { 0: whole, index } = random.pick(found);
  const other = random.chance(0.5) ? random.pick(words) : (random.pick(found)[0] ?? '');
  const changed = random.chance(0.2) ? '' : random.chance(0.2) ? `${whole} ${whole}` : other;
  return text.slice(0, index) + changed + text.slice(index + whole.length);
}

function mutateObjects(text: string, random: Random): string {
  const objects = [...text.matchAll(/\d+ 0 obj[\s\S]*?endobj/g)];
  if (objects.length === 0) return text;
  const { 0: whole, index } = random.pick(objects);
  const copied = random.pick(objects)[0] ?? '';
  const number = /^\d+/.exec(whole)?.[0] ?? '1';
  switch (random.below(3)) {
    case 0:
      return text.slice(0, index) + text.slice(index + whole.length);
    case 1:
      return text.slice(0, index) + copied.replace(/^\d+/, number) + text.slice(index + whole.length);
    default: {
      const deep = random.pick([20, 500, 20_000]);
      return (
        text.slice(0, index) +
        whole.replace('<<', `<< /X ${'['.repeat(deep)}${']'.repeat(deep)}`) +
        text.slice(index + whole.length)
      );
    }
  }
}

export function mutatePdf(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.chance(0.2)) return mutateBytes(bytes, random);
  let text = Buffer.from(bytes).toString('latin1');
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    text = random.chance(0.25) ? mutateObjects(text, random) : mutateTokens(text, random);
  }
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
