import { expect, it } from 'vitest';
import { changedPlaces } from '../../../../src/renderer/features/write/panes/changed-places.tsx';
import { numberChapters } from '../../../../src/shared/domain/outline.ts';
import { bookOf, count, given } from '../../shared/domain/binding/shown.ts';
import { binding, body, chapter, paragraph } from './fixtures.ts';

it('lists the places whose number has changed under what a person wrote, in reading order', () => {
  const over = (id: string, instead: string) => ({
    ...binding(id, 'x'),
    override: { text: '近60件', reason: '口径', instead },
  });
  const chapters = numberChapters([
    chapter('a', { body: body(paragraph([over('changed', '56件'), '，', over('settled', '58件')])) }),
    chapter('b', { position: 1, body: body(paragraph([binding('plain', 'x'), over('gone', '')])) }),
  ]);
  expect(changedPlaces(chapters, 2024, bookOf(count, [given('58')]))).toEqual([
    { chapterId: 'a', bindingId: 'changed', name: '指标', text: '近60件', table: '58件' },
    { chapterId: 'b', bindingId: 'gone', name: '指标', text: '近60件', table: '58件' },
  ]);
});
