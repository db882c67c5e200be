import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listRendererFiles } from '../../../src/main/node/renderer-files.ts';
import { findBrowser } from '../../support/browser.ts';
import { openPdf, testPdfEngine } from '../../support/pdf-engine.ts';
import { temporaryFolder } from '../../support/workspace.ts';

function page(body: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>年度报告</title><style>@page{size:210mm 297mm;margin:0}</style>${head}</head><body>${body}</body></html>`;
}

async function printed(html: string, overrides: Parameters<typeof testPdfEngine>[0] = {}) {
  const outcome = await (await testPdfEngine(overrides)).print({ html });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return openPdf(outcome.value);
}

async function textOf(pdf: Awaited<ReturnType<typeof openPdf>>): Promise<string> {
  const content = await (await pdf.getPage(1)).getTextContent();
  return content.items.map((item) => ('str' in item ? item.str : '')).join('');
}

async function drawnImages(pdf: Awaited<ReturnType<typeof openPdf>>): Promise<number> {
  const { fnArray } = await (await pdf.getPage(1)).getOperatorList();
  return fnArray.filter((operation) => operation === OPS.paintImageXObject).length;
}

/** A background, because a missing picture would itself be drawn as one. */
function picture(address: string): string {
  return `<div style="width:40px;height:40px;background:url('${address}') 0 0/40px 40px no-repeat"></div>`;
}

/** One red pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

describe('a document printed by a browser', () => {
  it('has its title, its text, its outline, its tags and its paper', async () => {
    const pdf = await printed(page('<h1>一、基本情况</h1><p>全镇 12 个村。</p><h2>（一）农业</h2>'));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: '年度报告' });
    expect(await textOf(pdf)).toContain('全镇 12 个村。');
    const outline = await pdf.getOutline();
    expect(
      outline.map(({ title, items }) => [title, items.map((item: { title: string }) => item.title)]),
    ).toEqual([['一、基本情况', ['（一）农业']]]);
    expect(await pdf.getMarkInfo()).toEqual(
      new Map(Object.entries({ Marked: true, UserProperties: false, Suspects: false })),
    );
    const [left, top, width, height] = (await pdf.getPage(1)).view;
    expect([left, top]).toEqual([0, 0]);
    expect(Math.abs(Number(width) - 595.28)).toBeLessThan(0.6);
    expect(Math.abs(Number(height) - 841.89)).toBeLessThan(0.6);
  });

  it('says the name of its browser', async () => {
    const engine = await testPdfEngine();
    expect(await engine.describe()).toMatchObject({ version: expect.stringMatching(/^\d+\./) });
  });

  it('uses the files of the program and no others', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '');
    writeFileSync(join(folder, 'assets', 'own.woff2'), 'no font, but it is asked for');
    const outside = join(temporaryFolder(), 'outside.png');
    writeFileSync(outside, pixel);
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.setHeader('Content-Type', 'image/png').end(pixel);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const foreign = [
      `http://127.0.0.1:${port}/a.png`,
      `http://localhost:${port}/b.png`,
      'https://example.com/c.png',
      pathToFileURL(outside).href,
      '/../outside.png',
      '/outside.png',
    ];
    const pictures = foreign.map(picture).join('');
    const frames = foreign.map((address) => `<iframe src="${address}"></iframe>`).join('');
    const styles = foreign.map((address) => `<link rel="stylesheet" href="${address}">`).join('');
    const fonts = `<style>@font-face{font-family:X;src:url("http://127.0.0.1:${port}/f.woff2")}p{font-family:X}</style>`;
    const html = page(`<p>全镇</p>${pictures}${frames}<embed src="${foreign[3]}">`, styles + fonts);
    const pdf = await printed(html, { files: () => listRendererFiles(folder) });
    expect(await drawnImages(pdf)).toBe(0);
    expect(await textOf(pdf)).toContain('全镇');
    expect(asked).toBe(0);
    // The counter-proof: a picture within the page is drawn.
    const own = `data:image/png;base64,${pixel.toString('base64')}`;
    expect(await drawnImages(await printed(page(picture(own))))).toBe(1);
  });

  it('runs no script', async () => {
    const scripts =
      '<p id="a">before</p><script>document.getElementById("a").textContent="after"</script><img src="data:," onerror="document.getElementById(\'a\').textContent=\'after\'">';
    expect(await textOf(await printed(page(scripts)))).toContain('before');
  });

  it('leaves nothing behind, printed one after another', async () => {
    const temporaryRoot = temporaryFolder();
    const engine = await testPdfEngine({ temporaryRoot });
    const outcomes = await Promise.all([1, 2].map((n) => engine.print({ html: page(`<p>${n}</p>`) })));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect(readdirSync(temporaryRoot)).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('a browser that does not do what it should', () => {
  const fake = join(import.meta.dirname, '..', '..', 'support', 'fake-browser.mjs');

  async function tried(mode: string, patience = 20_000) {
    const temporaryRoot = temporaryFolder();
    const note = join(temporaryFolder(), 'note.json');
    const engine = await testPdfEngine({
      temporaryRoot,
      patience,
      environment: { ...process.env, FAKE_BROWSER: mode, FAKE_BROWSER_NOTE: note },
      findPlaces: () => [{ name: 'Fake', path: fake }],
    });
    const outcome = await engine.print({ html: page('') });
    const { pid } = JSON.parse(readFileSync(note, 'utf8'));
    expect(() => process.kill(pid, 0), 'the browser has ended').toThrow();
    expect(readdirSync(temporaryRoot)).toEqual([]);
    return outcome;
  }

  it.each([
    ['ends', 'ended'],
    ['refuses', 'refused'],
    ['babbles', 'ended'],
    ['floods', 'ended'],
  ])('%s: the failure is told and nothing is left', async (mode, reason) => {
    expect(await tried(mode)).toEqual({ ok: false, error: { code: 'pdf.failed', parameters: { reason } } });
  });

  it('hangs: it is ended after its time', async () => {
    expect(await tried('hangs', 1_500)).toEqual({
      ok: false,
      error: { code: 'pdf.timedOut', parameters: { seconds: 2 } },
    });
  });

  it('never answers: it is none', async () => {
    expect(await tried('silent', 1_500)).toEqual({
      ok: false,
      error: { code: 'pdf.noEngine', parameters: {} },
    });
  });

  it('does not start: the next one is taken', async () => {
    const { executablePath } = await findBrowser();
    const broken = join(temporaryFolder(), 'chrome');
    writeFileSync(broken, 'not a program');
    const places = [broken, executablePath].map((path) => ({
      name: path === broken ? 'broken' : 'works',
      path,
    }));
    const engine = await testPdfEngine({ findPlaces: () => places });
    expect((await engine.print({ html: page('<p>正文</p>') })).ok).toBe(true);
    expect(await engine.describe()).toMatchObject({ name: 'works' });
  });

  it('is not there at all: the sentence says what to do', async () => {
    const engine = await testPdfEngine({ findPlaces: () => [] });
    expect(await engine.describe()).toBeNull();
    expect(await engine.print({ html: page('') })).toEqual({
      ok: false,
      error: { code: 'pdf.noEngine', parameters: {} },
    });
  });
});
