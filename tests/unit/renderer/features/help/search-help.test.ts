import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHelp } from '../../../../../src/renderer/features/help/help-library.ts';
import { prepareReading, readCharacters } from '../../../../../src/renderer/features/help/read-characters.ts';
import {
  type HelpHit,
  joinedMarks,
  searchHelp,
  textsOf,
} from '../../../../../src/renderer/features/help/search-help.ts';

await prepareReading();
const topics = await loadHelp('zh-CN');
const find = (query: string) => searchHelp(topics, query, readCharacters);
const marked = ({ paragraph, marks }: HelpHit) => marks.map(([from, to]) => paragraph.slice(from, to));

describe('searchHelp', () => {
  it('finds Chinese words where they stand, and marks them', () => {
    const hits = find('源已变');
    expect(hits[0]?.id).toBe('override');
    expect(hits.every((hit) => hit.marks.length === 0 || marked(hit).includes('源已变'))).toBe(true);
  });

  it.each([
    ['jiaohe', 'checking', '校核'],
    ['baosongbao', 'verify', '报送包'],
    ['beifen', 'backups', '备份'],
    ['chengnuo', 'promises', '承诺'],
    ['huifu', 'backups', '恢复'],
  ])('finds by how words are read: %s', (query, topic, words) => {
    const hits = find(query);
    expect(hits[0]?.id).toBe(topic);
    expect(hits.flatMap(marked)).toContain(words);
  });

  it('takes first letters for titles only, where they mean something', () => {
    expect(find('bfhhf')[0]?.id).toBe('backups');
    expect(find('kjj')[0]?.id).toBe('shortcuts');
  });

  it.each([['pdf'], ['PDF'], ['f1'], ['.docx']])('finds other letters as they are: %s', (query) => {
    const hits = find(query);
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.flatMap(marked).every((words) => words.toLowerCase() === query.toLowerCase())).toBe(true);
  });

  it('wants every word of the query', () => {
    const hits = find('备份 U 盘');
    expect(hits.length).toBeGreaterThan(0);
    for (const { title, paragraph } of hits) expect(title + paragraph).toMatch(/备份.*U|U.*备份/s);
    expect(find('备份 zzzz')).toEqual([]);
  });

  it.each([[''], ['  '], ['没有这样的话'], ['q'], ['(.*'], ['\u{20BB7}']])('finds nothing for %j', (query) =>
    expect(find(query)).toEqual([]),
  );

  it('marks what is within the paragraph, in order, whatever is asked', () => {
    const words = topics.flatMap(({ blocks }) => blocks.flatMap(textsOf)).join('');
    fc.assert(
      fc.property(fc.nat(words.length - 4), fc.integer({ min: 1, max: 4 }), (at, length) => {
        for (const { paragraph, marks } of find(words.slice(at, at + length))) {
          expect(marks).toEqual(joinedMarks(marks));
          for (const [from, to] of marks) {
            expect(from).toBeLessThan(to);
            expect(to).toBeLessThanOrEqual(paragraph.length);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
