import { expect, it } from 'vitest';
import {
  choiceFor,
  firstChoice,
  type PreviewChoice,
  withChoice,
} from '../../../../src/renderer/features/preview/preview-choice.ts';

const draft: PreviewChoice = { look: 'plain', mode: 'draft' };

it('finds each report’s own choice again', () => {
  const kept = withChoice(withChoice(null, 'a/~.1', draft), 'b', { look: 'public', mode: 'formal' });
  expect(choiceFor(kept, 'a/~.1')).toEqual(draft);
  expect(choiceFor(kept, 'b')).toEqual({ look: 'public', mode: 'formal' });
  expect(choiceFor(kept, 'c')).toEqual(firstChoice);
});

it('replaces an earlier choice, and forgets reports long not looked at', () => {
  let kept = withChoice(withChoice(null, 'first', draft), 'first', { look: 'public', mode: 'draft' });
  expect(choiceFor(kept, 'first')).toEqual({ look: 'public', mode: 'draft' });
  for (let index = 0; index < 12; index += 1) kept = withChoice(kept, `r${index}`, draft);
  expect(choiceFor(kept, 'first')).toEqual(firstChoice);
  expect(choiceFor(kept, 'r0')).toEqual(draft);
  expect(kept.length).toBeLessThan(1000);
});

it.each([null, '', 'a', 'a.formal', 'a.formal.nothing', 'a.%.draft', '~~'])(
  'takes %j as nothing chosen',
  (kept) => {
    expect(choiceFor(kept, 'a')).toEqual(firstChoice);
  },
);
