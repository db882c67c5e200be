import { describe, expect, it } from 'vitest';
import { correctCharacterMap } from '../../../../../../src/main/core/export/pdf/character-map.ts';

const own = new Set('全镇人民政府文件龙');

function map(...blocks: string[]): string {
  return ['begincmap', '1 begincodespacerange', '<00> <FF>', 'endcodespacerange', ...blocks, 'endcmap'].join(
    '\n',
  );
}

describe('the characters that the glyphs of a .pdf stand for', () => {
  it('become the document’s own where a glyph has two', () => {
    const before = map('3 beginbfchar\n<04> <5168>\n<09> <2F42>\n<50> <2F08>\nendbfchar');
    const after = map('3 beginbfchar\n<04> <5168>\n<09> <6587>\n<50> <4EBA>\nendbfchar');
    expect(correctCharacterMap(before, own)).toBe(after);
  });

  it('become them also in the middle of a range, and of two blocks', () => {
    const before = map(
      '1 beginbfchar\n<0001> <2EF0>\nendbfchar',
      '1 beginbfrange\n<0010> <0012> <2F41>\nendbfrange',
    );
    const after = map('4 beginbfchar\n<0001> <9F99>\n<0010> <2F41>\n<0011> <6587>\n<0012> <2F43>\nendbfchar');
    expect(correctCharacterMap(before, own)).toBe(after);
  });

  it('stay where the document has that very character, or has no twin', () => {
    const radical = map('1 beginbfchar\n<09> <2F42>\nendbfchar');
    expect(correctCharacterMap(radical, new Set('⽂文'))).toBeNull();
    expect(correctCharacterMap(radical, new Set('全'))).toBeNull();
    expect(correctCharacterMap(map('1 beginbfchar\n<04> <5168>\nendbfchar'), own)).toBeNull();
  });

  it('stay where the map is not understood', () => {
    expect(correctCharacterMap(map('1 beginbfrange\n<10> <12> [<2F42> <2F43>]\nendbfrange'), own)).toBeNull();
    expect(correctCharacterMap(map('1 beginbfrange\n<12> <10> <2F42>\nendbfrange'), own)).toBeNull();
    expect(correctCharacterMap('no map', own)).toBeNull();
  });
});
