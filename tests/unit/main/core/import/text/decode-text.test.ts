import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../../../src/main/core/import/text/decode-text.ts';
import { parseBytes, textsOf } from '../parse.ts';

const text = '柳林镇2023年工作报告\r\n一、工作情况\r\n全年开展宣传活动5场，效果良好。\r\n';

/** GB 2312 bytes of 柳林镇2023年工作报告, by the code table. */
const gbTitle = [
  ...[
    0xc1, 0xf8, 0xc1, 0xd6, 0xd5, 0xf2, 0x32, 0x30, 0x32, 0x33, 0xc4, 0xea, 0xb9, 0xa4, 0xd7, 0xf7, 0xb1,
    0xa8, 0xb8, 0xe6,
  ],
];

function utf16(content: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(content, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(text), 'utf-8', false],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`), 'utf-8', false],
    ['UTF-16 LE with its mark', utf16(`\ufeff${text}`, false), 'utf-16le', false],
    ['UTF-16 BE with its mark', utf16(`\ufeff${text}`, true), 'utf-16be', false],
    ['UTF-16 LE', utf16(text, false), 'utf-16le', true],
    ['UTF-16 BE', utf16(text, true), 'utf-16be', true],
  ])('%s', (_, bytes, encoding, guessed) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, guessed, undecodable: 0 });
    expect(textsOf(parseBytes('a.txt', bytes), 'title')).toEqual(['柳林镇2023年工作报告']);
  });

  it('GB18030, and says that it guessed', () => {
    const bytes = Uint8Array.from(gbTitle);
    expect(decodeText(bytes)).toEqual({
      text: '柳林镇2023年工作报告',
      encoding: 'gb18030',
      guessed: true,
      undecodable: 0,
    });
    expect(parseBytes('a.txt', bytes).warnings.map(({ code }) => code)).toContain('encodingGuessed');
  });

  it('counts what cannot be decoded and keeps the rest', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(text), 0xe4, 0xb8]);
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8', undecodable: 1, text: `${text}\ufffd` });
    expect(parseBytes('a.txt', bytes).warnings.map(({ code }) => code)).toContain('undecodable');
  });

  it('ends lines at any line end', () => {
    const parsed = parseBytes(
      'a.txt',
      new TextEncoder().encode('一、甲\r二、乙\f三、丙\u2028四、丁\u2029五、戊'),
    );
    expect(parsed.headings.map((heading) => heading.text)).toEqual(['甲', '乙', '丙', '丁', '戊']);
  });
});
