/** Samples as they come: formatted by hand, by styles, by a theme; and files that are none. */

import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { learnSampleFile } from '../../../../../src/main/core/format/learn-sample-file.ts';
import { nationalStandardProfile } from '../../../../../src/shared/domain/format-profile.ts';
import { formatProfileSchema } from '../../../../../src/shared/domain/format-profile-schema.ts';
import type { LearntField, LearntFormat } from '../../../../../src/shared/domain/learnt-format.ts';
import { docxOf, level, paragraph } from '../import/docx/docx-fixture.ts';

const sentence = '村干部轮流值班，群众来访随到随办，办不了的当天说明去处，次日回访。';

/** A run set by hand, as WPS writes it. */
function set(text: string, font: string, size: number, more = ''): string {
  const fonts = `<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="${font}"/>`;
  return `<w:r><w:rPr>${fonts}${more}<w:sz w:val="${size}"/></w:rPr><w:t>${text}</w:t></w:r>`;
}

const exactly30 = '<w:spacing w:line="600" w:lineRule="exact"/><w:ind w:firstLine="640"/>';
const setup =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1531" w:bottom="1984" w:left="1587" w:header="851" w:footer="1400" w:gutter="0"/>';
const section = (grid = '') => `<w:sectPr>${setup}${grid}</w:sectPr>`;

function learn(bytes: Uint8Array): LearntFormat {
  const learnt = learnSampleFile('样稿.docx', bytes);
  if (!learnt.ok) throw new Error(learnt.error.code);
  return learnt.value;
}

function foundIn({ fields }: LearntFormat, field: LearntField) {
  return fields.find((one) => one.field === field)?.found ?? null;
}

describe('a sample formatted by hand, without styles', () => {
  const learnt = learn(
    docxOf(
      [
        paragraph(
          set('临川县人民政府文件', '方正小标宋_GBK', 96, '<w:color w:val="FF0000"/>'),
          '<w:jc w:val="center"/>',
        ),
        paragraph(set('关于报送年度总结的通知', '方正小标宋_GBK', 44), '<w:jc w:val="center"/>'),
        paragraph(set('一、主要做法', '黑体', 32, '<w:b/>'), exactly30),
        paragraph(set(sentence, '方正仿宋_GBK', 32), exactly30),
        paragraph(set('（一）走村入户', '楷体', 32), exactly30),
        paragraph(set(sentence.repeat(2), '方正仿宋_GBK', 32), exactly30),
        paragraph(set('二、下步打算', '黑体', 32, '<w:b/>'), exactly30),
        paragraph(set(sentence, '方正仿宋_GBK', 32), exactly30),
        section(),
      ].join(''),
    ),
  );

  it('tells margins, 30 pt lines and how many of them a page has', () => {
    const { page, grid } = learnt.profile;
    expect(page).toMatchObject({ top: 2098, right: 1531, bottom: 1984, left: 1587 });
    expect(grid).toMatchObject({ linePitch: 600, lines: 21, characters: 27 });
    expect(foundIn(learnt, 'linePitch')).toEqual({ place: 'direct', certainty: 'sure' });
  });

  it('tells body, title and bold first-level headings, the last two by a rule of thumb', () => {
    const { fonts, sizes, indents } = learnt.profile;
    expect(fonts.body.name).toBe('方正仿宋_GBK');
    expect(fonts.title.name).toBe('方正小标宋_GBK');
    expect(sizes.title).toBe(44);
    expect(fonts.heading1).toMatchObject({ name: '黑体', bold: true });
    expect(fonts.heading2).toMatchObject({ name: '楷体', bold: false });
    expect(indents.firstLine).toBe(2);
    expect(foundIn(learnt, 'heading1')?.certainty).toBe('likely');
    expect(foundIn(learnt, 'titleFont')?.certainty).toBe('likely');
  });

  it('sees the red mark, and keeps from the standard what is not there', () => {
    expect(learnt.redHead).toBe(true);
    expect(learnt.profile.redHead.mastheadSize).toBe(96);
    expect(foundIn(learnt, 'heading3')).toBeNull();
    expect(foundIn(learnt, 'pageNumber')).toBeNull();
    expect(learnt.profile.pageNumber).toEqual(nationalStandardProfile.pageNumber);
    expect(learnt.profile.fonts.heading3).toEqual(nationalStandardProfile.fonts.heading3);
  });
});

describe('where looks come from', () => {
  it('follows styles to what they are based on, then the defaults, and theme fonts to their names', () => {
    const theme =
      '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/></a:minorFont></a:theme>';
    const styles = `
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="base"><w:name w:val="base"/><w:basedOn w:val="a"/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="text"><w:name w:val="text"/><w:basedOn w:val="base"/></w:style>`;
    const learnt = learn(
      docxOf(paragraph(sentence, '<w:pStyle w:val="text"/>') + section(), { styles, theme }),
    );
    expect(learnt.profile.fonts.body.name).toBe('宋体');
    expect(foundIn(learnt, 'bodyFont')).toEqual({ place: 'theme', certainty: 'sure' });
    expect(learnt.profile.sizes.body).toBe(32);
    expect(foundIn(learnt, 'bodySize')).toEqual({ place: 'style', certainty: 'sure' });
    expect(learnt.profile.grid).toMatchObject({ linePitch: 560, lines: 22 });
  });

  it('takes line pitch and character spacing from the document grid where lines stand on it', () => {
    const grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"/>';
    const learnt = learn(docxOf(paragraph(set(sentence, '仿宋', 32)) + section(grid)));
    expect(learnt.profile.grid.linePitch).toBe(579);
    expect(learnt.profile.characterSpacing).toBe(-4);
    expect(foundIn(learnt, 'linePitch')).toEqual({ place: 'grid', certainty: 'sure' });
  });

  it('reads the form of headings from automatic lists', () => {
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '第%1章')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>`;
    const styles =
      '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>';
    const head = paragraph(set('总体情况', '黑体', 32), '<w:pStyle w:val="h"/>');
    const learnt = learn(
      docxOf(head + paragraph(set(sentence, '仿宋', 32)) + section(), { numbering, styles }),
    );
    expect(learnt.profile.numbering[0]).toBe('chapter');
    expect(foundIn(learnt, 'numbering1')).toEqual({ place: 'list', certainty: 'sure' });
  });

  it('reads a page number in a frame at the outer edge', () => {
    const field =
      '<w:r><w:rPr><w:rFonts w:ascii="宋体"/><w:sz w:val="28"/></w:rPr><w:t>-</w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>';
    const footer = `<w:p><w:pPr><w:framePr w:wrap="around" w:xAlign="outside"/></w:pPr>${field}</w:p>`;
    const learnt = learn(docxOf(paragraph(set(sentence, '仿宋', 32)) + section(), { footer }));
    expect(learnt.profile.pageNumber).toEqual({ form: 'hyphens', place: 'outer' });
  });

  it('says likely or unsure where a document is of two minds, and goes with the larger half', () => {
    const body = [paragraph(set(sentence.repeat(2), '仿宋', 32)), paragraph(set(sentence, '宋体', 28))].join(
      '',
    );
    const learnt = learn(docxOf(body + section()));
    expect(learnt.profile.fonts.body.name).toBe('仿宋');
    expect(foundIn(learnt, 'bodyFont')?.certainty).toBe('likely');
  });

  it('leaves out what no format may hold', () => {
    const absurd =
      '<w:sectPr><w:pgSz w:w="99999" w:h="3"/><w:pgMar w:top="0" w:right="0" w:bottom="0" w:left="0"/></w:sectPr>';
    const learnt = learn(docxOf(paragraph(set(sentence, '仿宋', 3)) + absurd));
    expect(learnt.profile.page).toEqual(nationalStandardProfile.page);
    expect(learnt.profile.sizes.body).toBe(32);
    expect(foundIn(learnt, 'margins')).toBeNull();
    expect(foundIn(learnt, 'bodySize')).toBeNull();
  });
});

describe('files that cannot be learnt from', () => {
  const codeOf = (bytes: Uint8Array, name = '样稿.docx') => {
    const learnt = learnSampleFile(name, bytes);
    return learnt.ok ? 'ok' : learnt.error;
  };

  it.each<[string, Uint8Array]>([
    ['formatProfile.noSample', new Uint8Array()],
    ['formatProfile.noSample', docxOf(section())],
    ['formatProfile.notDocx', strToU8('只是一段文字')],
    ['formatProfile.notDocx', strToU8('%PDF-1.7')],
    ['formatProfile.notDocx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['formatProfile.notDocx', zipSync({ 'xl/workbook.xml': strToU8('<a/>') })],
    ['formatProfile.unreadable', docxOf('<w:p>')],
    ['formatProfile.unreadable', docxOf(paragraph('一')).subarray(0, 300)],
    ['formatProfile.unreadable', docxOf('<w:sdt>'.repeat(400) + '</w:sdt>'.repeat(400))],
    ['formatProfile.tooLarge', docxOf(paragraph('一').repeat(6000))],
  ])('%s', (code, bytes) => {
    expect(codeOf(bytes)).toMatchObject({ code, parameters: { name: '样稿.docx' } });
  });

  it('does not go round in a circle of styles', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    const body = paragraph(set(sentence, '仿宋', 32), '<w:pStyle w:val="a"/>') + section();
    expect(learn(docxOf(body, { styles })).profile.fonts.body.name).toBe('仿宋');
  });

  it('answers with a possible format or a failure for any attributes at all', () => {
    const odd = fc.oneof(
      fc.constantFrom('', '0', '-5', '999999999', 'NaN', '1e9', 'exact'),
      fc.nat().map(String),
    );
    fc.assert(
      fc.property(odd, odd, odd, odd, (a, b, c, d) => {
        const body =
          paragraph(
            `<w:r><w:rPr><w:sz w:val="${a}"/><w:spacing w:val="${b}"/></w:rPr><w:t>${sentence}</w:t></w:r>`,
            `<w:spacing w:line="${c}" w:lineRule="exact"/><w:ind w:firstLineChars="${d}"/>`,
          ) +
          `<w:sectPr><w:pgSz w:w="${d}" w:h="${c}"/><w:pgMar w:top="${a}" w:right="${b}" w:bottom="${c}" w:left="${d}"/><w:docGrid w:type="lines" w:linePitch="${a}"/></w:sectPr>`;
        expect(formatProfileSchema.safeParse(learn(docxOf(body)).profile).success).toBe(true);
      }),
    );
  });
});
