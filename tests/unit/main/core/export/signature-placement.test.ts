import { describe, expect, it } from 'vitest';
import { placeSignature } from '../../../../../src/main/core/export/signature-placement.ts';

const grid = { characters: 28, right: 2, shift: 2 };

describe('placeSignature', () => {
  it('puts a long organ two characters from the edge and the date two right of its beginning', () => {
    // Fourteen characters end at 26; the date is shorter.
    expect(placeSignature('临川县松岭镇综合便民服务中心', '2025年2月5日', grid)).toEqual({
      organ: 12,
      date: 14,
    });
  });

  it('lets a date longer than the organ stand at the edge and push the organ left', () => {
    const { organ, date } = placeSignature('松岭镇政府', '2025年12月31日', grid);
    expect(date - organ).toBe(2);
    expect(date).toBeLessThan(26 - 5);
  });

  it('never leaves the page with an organ wider than a line', () => {
    expect(placeSignature('松'.repeat(40), '2025年2月5日', grid).organ).toBe(0);
  });
});
