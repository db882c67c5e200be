import { expect, it } from 'vitest';
import {
  type Hindrances,
  type KeptBack,
  keptBackBy,
} from '../../../../src/renderer/features/preview/kept-back.ts';
import type { PreviewChoice } from '../../../../src/renderer/features/preview/preview-choice.ts';

const clear: Hindrances = { places: 0, elements: [] };
const open: Hindrances = { places: 3, elements: ['signer'] };
const headless: Hindrances = { places: 0, elements: ['signer', 'issuedOn'] };

it.each<[string, PreviewChoice, Hindrances, KeptBack | null]>([
  ['a draft goes out whatever is open', { look: 'formal', mode: 'draft' }, open, null],
  ['nothing is open', { look: 'formal', mode: 'formal' }, clear, null],
  ['open places are told first', { look: 'formal', mode: 'formal' }, open, { kind: 'places', count: 3 }],
  ['they keep every look back', { look: 'public', mode: 'formal' }, open, { kind: 'places', count: 3 }],
  [
    'a red head must be complete',
    { look: 'formal', mode: 'formal' },
    headless,
    { kind: 'elements', elements: ['signer', 'issuedOn'] },
  ],
  ['without a red head nothing of it is missing', { look: 'plain', mode: 'formal' }, headless, null],
  ['not yet counted', { look: 'plain', mode: 'formal' }, { places: null, elements: [] }, null],
])('%s', (_, choice, hindrances, kept) => {
  expect(keptBackBy(choice, hindrances)).toEqual(kept);
});
