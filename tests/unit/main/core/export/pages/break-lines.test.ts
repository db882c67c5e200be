import { describe, expect, test } from 'vitest';
import { breakLines } from '../../../../../../src/main/core/export/pages/break-lines.ts';
import { glyphsOf, type TextLook } from '../../../../../../src/main/core/export/pages/glyphs.ts';

const look: TextLook = { font: 'body', size: 320, spacing: -5, color: '000000', mark: null, bindingId: null };

/** Lines of ten full-width characters. */
function lines(text: string): string[] {
  const width = 10 * 315;
  return breakLines(glyphsOf([{ text, look }]), { first: width, others: width }).map(({ glyphs }) =>
    glyphs.map((glyph) => glyph.text).join(''),
  );
}

const nine = '干部轮流到村里坐班';
const ten = `${nine}听`;

describe('breakLines', () => {
  test.each([
    ['fills a line and goes on', `${ten}取群众`, [ten, '取群众']],
    ['lets one mark hang over the end', `${ten}，取群众`, [`${ten}，`, '取群众']],
    ['lets no second mark hang', `${ten}”。取`, [nine, '听”。取']],
    ['lets no bracket hang', `${ten}）取`, [nine, '听）取']],
    ['begins no line with a closing mark', `${ten}”取`, [nine, '听”取']],
    ['ends no line with an opening mark', `${nine}（取群众）`, [nine, '（取群众）']],
    ['keeps a dash whole', `${nine}——取群众`, [nine, '——取群众']],
    ['keeps dots whole', `${nine}……取群众`, ['干部轮流到村里坐', '班……取群众']],
    ['keeps a number whole', `${nine}1,234.5万`, [nine, '1,234.5万']],
    ['keeps a percentage whole', `干部轮流到村里95.3%的`, ['干部轮流到村里95.3%', '的']],
    ['moves a mark with the number before it', `干部轮流到村里坐12，好`, ['干部轮流到村里坐12，', '好']],
    ['lets no mark hang behind a number', `${nine}12，好`, [nine, '12，好']],
    ['keeps a word whole', `${nine}law好`, [nine, 'law好']],
    ['breaks a word behind its hyphen', `干部轮流到村里rule-of-law`, ['干部轮流到村里rule-of-', 'law']],
    ['keeps the number behind a closing bracket', `干部轮流到村〔24〕56号`, ['干部轮流到村〔24〕56', '号']],
    ['leaves blanks at the end of a line', `${ten}　取群众`, [`${ten}　`, '取群众']],
    ['breaks between words', `干部轮流到村里ab cde`, ['干部轮流到村里ab cde']],
    ['breaks a word longer than a line anywhere', 'm'.repeat(20), ['m'.repeat(12), 'm'.repeat(8)]],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});
