import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../../../../src/main/core/export/document-docx.ts';
import { layOutReport } from '../../../../../src/main/core/export/layout.ts';
import { nationalStandardProfile } from '../../../../../src/shared/domain/format-profile.ts';
import { openChapters, resolvedChapters, trialBook, trialContent } from './trial-report.ts';

async function parts(chapters = resolvedChapters, mode: 'formal' | 'draft' = 'formal') {
  const layout = layOutReport(trialContent(chapters), trialBook(), { mode });
  const files = unzipSync(await renderDocx(layout, nationalStandardProfile));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

async function part(name: string, mode: 'formal' | 'draft' = 'formal', chapters = resolvedChapters) {
  return (await parts(chapters, mode)).get(name) ?? '';
}

/** The paragraph that holds `words`, as XML. */
function paragraphWith(xml: string, words: string): string {
  return xml.split('<w:p>').find((piece) => piece.includes(words)) ?? '';
}

function styleOf(xml: string, id: string): string {
  return xml.split('<w:style ').find((piece) => piece.includes(`w:styleId="${id}"`)) ?? '';
}

describe('renderDocx, the page (GB/T 9704-2012, 5)', () => {
  it('is A4 with the margins and the line grid of the standard', async () => {
    const document = await part('word/document.xml');
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/);
    expect(document).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
  });

  it('has well-formed XML in every part', async () => {
    for (const [name, xml] of await parts()) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const parser = new SaxesParser({ xmlns: true });
      const errors: string[] = [];
      parser.on('error', ({ message }) => errors.push(message));
      parser.write(xml).close();
      expect({ name, errors }).toEqual({ name, errors: [] });
    }
  });

  it('numbers the pages «— 1 —» in 14 pt 宋体, outside one character in', async () => {
    expect(await part('word/settings.xml')).toMatch(/<w:evenAndOddHeaders\/>/);
    const document = await part('word/document.xml');
    const relations = await part('word/_rels/document.xml.rels');
    for (const [pages, side] of [
      ['default', 'right'],
      ['even', 'left'],
    ]) {
      const id = document.match(new RegExp(`w:footerReference w:type="${pages}" r:id="(\\w+)"`))?.[1];
      const target = relations.match(new RegExp(`Id="${id}"[^>]*Target="(\\w+\\.xml)"`))?.[1];
      const footer = await part(`word/${target}`);
      expect(footer.replace(/<[^>]+>/g, '')).toBe('— PAGE —');
      expect(footer).toContain(`<w:jc w:val="${side}"/>`);
      expect(footer).toContain(`<w:ind w:${side}="280"/>`);
      expect(footer).toContain('w:ascii="宋体"');
    }
    expect(styleOf(await part('word/styles.xml'), 'OfficialPageNumber')).toContain('<w:sz w:val="28"/>');
  });
});

describe('renderDocx, styles and fonts (GB/T 9704-2012, 5.2.2 and 7.3)', () => {
  it.each([
    ['Heading1', 'heading 1', '黑体', 0],
    ['Heading2', 'heading 2', '楷体_GB2312', 1],
    ['Heading3', 'heading 3', '仿宋_GB2312', 2],
    ['Heading4', 'heading 4', '仿宋_GB2312', 3],
  ])('%s is %s in 16 pt black %s, outline level %i', async (id, name, font, level) => {
    const style = styleOf(await part('word/styles.xml'), id);
    expect(style).toContain(`<w:name w:val="${name}"/>`);
    expect(style).toContain(`w:eastAsia="${font}"`);
    expect(style).toContain('<w:sz w:val="32"/>');
    expect(style).toContain('<w:color w:val="000000"/>');
    expect(style).toContain(`<w:outlineLvl w:val="${level}"/>`);
  });

  it('sets the title in 22 pt 小标宋, centred, broken at word sense', async () => {
    const title = styleOf(await part('word/styles.xml'), 'Title');
    expect(title).toContain('w:eastAsia="方正小标宋简体"');
    expect(title).toContain('<w:sz w:val="44"/>');
    expect(title).toContain('<w:jc w:val="center"/>');
    const xml = paragraphWith(await part('word/document.xml'), '松岭镇人民政府');
    expect(xml).toMatch(/松岭镇人民政府<\/w:t>.*<w:br\/><w:t[^>]*>关于2024年度/);
  });

  it('uses only black, no theme font, no theme colour and no style that the report does not need', async () => {
    const styles = await part('word/styles.xml');
    expect(new Set(styles.match(/w:color w:val="\w+"/g))).toEqual(new Set(['w:color w:val="000000"']));
    for (const [name, xml] of await parts()) {
      if (name.startsWith('word/theme/')) continue;
      expect({ name, theme: /(ascii|hAnsi|eastAsia|cs)Theme=|themeColor=/.test(xml) }).toEqual({
        name,
        theme: false,
      });
    }
  });

  it('names on every run a Chinese font for Chinese and Times New Roman for digits', async () => {
    const runs = (await part('word/document.xml')).match(/<w:r>.*?<\/w:r>/g) ?? [];
    expect(runs.length).toBeGreaterThan(10);
    for (const run of runs) {
      expect(run).toMatch(/<w:rFonts [^>]*w:eastAsia="(仿宋_GB2312|黑体|楷体_GB2312|方正小标宋简体)"/);
      expect(run).toMatch(/w:ascii="Times New Roman"/);
      expect(run).toMatch(/w:hint="eastAsia"/);
    }
  });

  it('indents a paragraph by two characters and squeezes 28 of them into a line', async () => {
    const styles = await part('word/styles.xml');
    expect(styleOf(styles, 'OfficialBody')).toContain('<w:ind w:firstLine="630" w:firstLineChars="200"/>');
    expect(styleOf(styles, 'Normal')).toContain('<w:spacing w:val="-5"/>');
    expect(styleOf(styles, 'Normal')).toContain('<w:widowControl w:val="false"/>');
    expect(styleOf(styles, 'Normal')).toContain('w:line="579" w:lineRule="exact"');
  });

  it('sets a run-in heading in its own font, inside a body paragraph', async () => {
    const xml = paragraphWith(await part('word/document.xml'), '便民服务');
    expect(xml).toContain('<w:pStyle w:val="OfficialBody"/>');
    const runs = xml.match(/<w:r>.*?<\/w:r>/g) ?? [];
    expect(runs.map((run) => [run.match(/eastAsia="([^"]+)"/)?.[1], run.replace(/<[^>]+>/g, '')])).toEqual([
      ['楷体_GB2312', '（二）便民服务。'],
      ['仿宋_GB2312', '窗口午间不休息。'],
    ]);
  });

  it('begins the date two characters right of the organ (7.3.5.2)', async () => {
    const document = await part('word/document.xml');
    const left = (words: string) =>
      Number(paragraphWith(document.slice(document.indexOf('特此报告')), words).match(/w:left="(\d+)"/)?.[1]);
    expect(left('2025年2月5日') - left('松岭镇人民政府')).toBe(630);
  });
});

describe('renderDocx, what stands beside the text', () => {
  it('fills the properties with the report, not with a machine or a library', async () => {
    const core = await part('docProps/core.xml');
    expect(core).toContain('<dc:title>松岭镇人民政府关于2024年度法治政府建设情况的报告</dc:title>');
    expect(core).toContain('<dc:creator>松岭镇人民政府</dc:creator>');
    expect(core).toContain('<cp:lastModifiedBy>松岭镇人民政府</cp:lastModifiedBy>');
    expect(await part('docProps/app.xml')).not.toMatch(/<Application>/);
  });

  it('names nobody where the report has no signature', async () => {
    const layout = layOutReport(trialContent([], { signature: '' }), trialBook(), { mode: 'formal' });
    const files = unzipSync(await renderDocx(layout, nationalStandardProfile));
    expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).not.toMatch(/creator|lastModifiedBy/);
  });

  it('marks in a draft what is missing or carried, and says 草稿 on every page', async () => {
    const files = await parts(openChapters, 'draft');
    const document = files.get('word/document.xml') ?? '';
    const run = (words: string) =>
      document.match(/<w:r>.*?<\/w:r>/g)?.find((piece) => piece.includes(`>${words}<`)) ?? '';
    expect(run('56件')).toContain('<w:highlight w:val="yellow"/>');
    expect(run('【缺：热线办件数】')).toContain('<w:highlight w:val="yellow"/>');
    expect(run('热线')).toContain('w:fill="FFF2CC"');
    expect(run('化解')).not.toMatch(/highlight|shd/);
    expect(document).toMatch(/headerReference w:type="default"/);
    expect(document).toMatch(/headerReference w:type="even"/);
    const headers = [...files].filter(([name]) => /header\d\.xml$/.test(name));
    expect(headers.filter(([, xml]) => xml.includes('草稿'))).toHaveLength(headers.length);
  });

  it('marks nothing in a formal document', async () => {
    const files = await parts(openChapters, 'formal');
    expect(files.get('word/document.xml')).not.toMatch(/w:highlight|w:shd|headerReference/);
    expect([...files.values()].some((xml) => xml.includes('草稿'))).toBe(false);
  });
});
