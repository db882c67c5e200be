/**
 * Documents and pastes that want something from elsewhere: their words come in, and neither the page nor the program asks
 * anybody for the rest.
 */
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSample } from './support/sample-writing.ts';
import { stageForEachTest } from './support/stage-for-each-test.ts';

const stage = stageForEachTest();

/** Somebody elsewhere, and how often anybody came. */
let connections = 0;
let listener: Server;
let elsewhere = '';
/** What the page asked of anybody but the program. */
let asked: string[] = [];

beforeEach(async () => {
  connections = 0;
  listener = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  elsewhere = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const { page } = stage();
  const own = new URL(page.url()).origin;
  asked = [];
  page.context().on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin !== own)
      asked.push(request.url());
  });
});
afterEach(() => new Promise((resolve) => listener.close(resolve)));

async function expectNobodyAsked(): Promise<void> {
  await stage().page.waitForTimeout(500);
  expect({ asked, connections }).toEqual({ asked: [], connections: 0 });
}

/** A page of another office with everything that a browser would fetch or run. */
const foreignPage = () => `<!doctype html><html><head><meta charset="utf-8">
<base href="${elsewhere}/"><meta http-equiv="refresh" content="0;url=${elsewhere}/refresh">
<link rel="stylesheet" href="${elsewhere}/a.css"><link rel="preconnect" href="${elsewhere}/">
<link rel="prefetch" href="${elsewhere}/next"><script src="${elsewhere}/a.js"></script>
<style>@import url("${elsewhere}/b.css"); @font-face { font-family: x; src: url("${elsewhere}/x.woff2") }
body { background: url("${elsewhere}/back.png"); font-family: x }</style>
<title>河湾镇2023年度法治政府建设情况报告</title></head>
<body onload="fetch('${elsewhere}/load')"><h1>河湾镇人民政府关于2023年度法治政府建设情况的报告</h1>
<h2>一、主要做法</h2><p>河湾镇全年办结群众来信二十六件。<img src="${elsewhere}/a.png" srcset="${elsewhere}/b.png 2x"
onerror="fetch('${elsewhere}/error')"></p><p style="background: url(${elsewhere}/c.png)">河湾镇开展普法宣传九次。</p>
<p><a href="${elsewhere}/link" ping="${elsewhere}/ping">链接里的话也在。</a></p>
<table background="${elsewhere}/d.png"><tr><td background="${elsewhere}/e.png">表里的话</td></tr></table>
<iframe src="${elsewhere}/frame"></iframe><object data="${elsewhere}/object"></object><embed src="${elsewhere}/embed">
<video src="${elsewhere}/v.mp4" poster="${elsewhere}/p.png"></video><svg><image href="${elsewhere}/s.png"/></svg>
<form action="${elsewhere}/form"><input type="image" src="${elsewhere}/i.png"></form></body></html>`;

/** A Word file whose picture, template, linked object and link stand elsewhere. */
function foreignDocument(): Uint8Array {
  const relation = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="External"/>`;
  const relations = (inner: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const paragraph = (words: string, more = '') => `<w:p><w:r><w:t>${words}</w:t></w:r>${more}</w:p>`;
  const picture = `<w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:link="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDEPICTURE "${elsewhere}/field.png" \\d</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const body = [
    paragraph('河湾镇人民政府关于2023年度法治政府建设情况的报告'),
    paragraph('一、主要做法'),
    paragraph('河湾镇全年办结群众来信二十六件。', picture),
    paragraph('河湾镇开展普法宣传九次。', field),
    `<w:p><w:hyperlink r:id="rId2"><w:r><w:t>链接里的话也在。</w:t></w:r></w:hyperlink></w:p>`,
  ].join('');
  const parts = {
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relations(
      '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>',
    ),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      relation(1, 'image', `${elsewhere}/a.png`) +
        relation(2, 'hyperlink', `${elsewhere}/link`) +
        relation(3, 'oleObject', `${elsewhere}/object`),
    ),
    'word/settings.xml':
      '<?xml version="1.0" encoding="UTF-8"?><w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:attachedTemplate r:id="rId1"/></w:settings>',
    'word/_rels/settings.xml.rels': relations(relation(1, 'attachedTemplate', `${elsewhere}/a.dotm`)),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

test.each([
  ['a web page', '去年的报告.html', () => strToU8(foreignPage())],
  ['a Word file', '去年的报告.docx', foreignDocument],
])('%s with parts elsewhere comes in without asking for them', async (_what, name, content) => {
  const { page, folder } = stage();
  const file = join(folder, name);
  writeFileSync(file, content());
  await page.getByRole('button', { name: /^导入去年的报告/ }).click();
  await stage().chooseFile(file, () => page.getByRole('button', { name: '选择文件…' }).click());
  await page.getByText('河湾镇开展普法宣传九次。').first().waitFor();
  await page.getByRole('button', { name: '导入为 2023 年度报告' }).click();
  await page.getByRole('button', { name: '开始写 2024 年度报告' }).click();
  await page.getByRole('button', { name: '开始写', exact: true }).click();
  await page.getByRole('tree').waitFor();
  await expectNobodyAsked();
});

test.each(['text/html', 'text/html and files'])(
  '%s pasted into the text brings its words and asks nobody',
  async (kind) => {
    await openSample(stage());
    const { page } = stage();
    const text = page.locator('.ProseMirror').first();
    await text.click();
    await page.keyboard.press('Control+End');
    const saved = page.waitForResponse((response) => response.url().endsWith('/api/chapter.saveBody'));
    await text.evaluate(
      (element, [html = '', withFile = '']) => {
        const data = new DataTransfer();
        data.setData('text/html', html);
        data.setData('text/plain', '河湾镇开展普法宣传九次。');
        if (withFile !== '') data.items.add(new File(['<script>'], 'a.html', { type: 'text/html' }));
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [foreignPage(), kind === 'text/html' ? '' : 'file'],
    );
    await saved;
    await text.getByText('河湾镇开展普法宣传九次。').first().waitFor();
    expect(await text.locator('script, iframe, object, embed, video, form, link, base').count()).toBe(0);
    expect(await text.innerHTML()).not.toContain(elsewhere);
    await expectNobodyAsked();
  },
);

test('a page dropped on to the text is not opened in its place', async () => {
  await openSample(stage());
  const { page } = stage();
  const before = page.url();
  await page
    .locator('.ProseMirror')
    .first()
    .evaluate((element, html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      data.setData('text/uri-list', 'http://127.0.0.1:1/');
      element.dispatchEvent(
        new DragEvent('drop', {
          dataTransfer: data,
          bubbles: true,
          cancelable: true,
          clientX: 600,
          clientY: 300,
        }),
      );
    }, foreignPage());
  await expectNobodyAsked();
  expect(page.url()).toBe(before);
});
