/** 关于本机 on a computer whose every name would tell who sits at it: none of them may be in what is handed on. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserName, type PageFacts } from '../../../src/renderer/features/about/page-facts.ts';
import {
  type SupportMaterial,
  supportSections,
  supportText,
} from '../../../src/renderer/features/about/support-text.ts';
import { i18n } from '../../../src/renderer/i18n/index.ts';
import { openTestApp, temporaryFolder } from '../../support/workspace.ts';

const words = (language: string) => i18n.getFixedT(language, ['about', 'common']);

const page: PageFacts = {
  at: '2026/2/3 09:00:00',
  timeWords: (at) => at,
  browser: browserName(
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0.1.2 Safari/537.36 Edg/120.0.3.4',
  ),
  language: 'zh-CN',
  screen: { width: 1366, height: 768 },
  window: { width: 1366, height: 700 },
  scaling: 125,
  textSize: 'large',
  saveProblem: { at: '2026-02-03T00:59:00.000Z', code: 'storage.full' },
};

const telling = {
  user: 'zhangxiaoming',
  host: 'ZHANG-XM-PC',
  folder: '张小明的文件',
  unit: '青石桥镇人民政府',
  county: '白鹭县',
  title: '青石桥镇关于禁毒工作的报告',
  label: '小明的U盘',
  mount: '/media/zhangxiaoming/小明的U盘',
} as const;

async function materialOfTellingMachine(): Promise<SupportMaterial> {
  const folder = join(temporaryFolder(), telling.user, telling.folder);
  mkdirSync(folder, { recursive: true });
  const drive = {
    path: telling.mount,
    label: telling.label,
    fileSystem: 'exfat',
    freeBytes: 3 * 1024 ** 3,
    totalBytes: 16 * 1024 ** 3,
    readOnly: true,
    busy: false,
  };
  const { call, dependencies } = await openTestApp(folder, {
    holder: { door: 'http', user: telling.user, host: telling.host, processId: 4711 },
    drives: {
      list: async () => [drive],
      volume: async () => ({ ...drive, freeBytes: 5 * 1024 ** 3, longestPath: null }),
    },
  });
  const { reportId } = await call('sample.open', {});
  await call('organization.save', {
    name: telling.unit,
    abbreviation: '青政',
    county: telling.county,
    addressee: `中共${telling.county}委`,
  });
  await call('report.update', { id: reportId, title: telling.title });
  await call('backup.make', {});
  expect(dependencies.holder.user).toBe(telling.user);
  return { facts: await call('support.facts', {}), page, damaged: false };
}

describe('the text for support', () => {
  it.each(['zh-CN', 'en'])('names nobody and nothing of the unit, in %s', async (language) => {
    const material = await materialOfTellingMachine();
    const text = supportText(supportSections(material, words(language)), words(language));
    // What the page is made of must not carry it either: it is what crosses the door.
    for (const told of [text, JSON.stringify(material.facts)]) {
      for (const name of [
        ...Object.values(telling),
        '张小明',
        '小明',
        '青石桥',
        '青政',
        '4711',
        '/media',
        '/tmp',
      ]) {
        expect(told.toLowerCase()).not.toContain(name.toLowerCase());
      }
    }
    expect(text).toContain('exfat');
    expect(text).toContain('16 GB');
    expect(text).toContain('storage.full');
    expect(text).toContain('Edge 120.0.3.4');
    expect(text).toContain('125%');
    expect(text).not.toContain('{{');
  });

  it('says which part could not be told, and tells the others', async () => {
    const { facts, ...rest } = await materialOfTellingMachine();
    const broken = {
      ...facts,
      drives: { told: false },
      fonts: { told: false },
      machine: { told: false },
    } as const;
    const t = words('zh-CN');
    const sections = supportSections({ ...rest, facts: broken, damaged: undefined }, t);
    const lines = sections.flatMap((section) => section.lines);
    expect(lines.filter(({ value }) => value === '没有查到').length).toBe(7);
    expect(lines.find(({ label }) => label === '乡报版本')?.value).toBe('0.0.0');
    expect(lines.find(({ label }) => label === '报告')?.value).toBe('3 份，另有移出的 0 份');
  });

  it('is what the page shows, line by line', async () => {
    const sections = supportSections(await materialOfTellingMachine(), words('zh-CN'));
    const text = supportText(sections, words('zh-CN'));
    for (const { name, lines } of sections) {
      expect(text).toContain(`${name}\r\n`);
      for (const { label, value } of lines) expect(text).toContain(`  ${label}：${value}\r\n`);
    }
  });
});

describe('browserName', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/147.0.0.0 Safari/537.36',
      'Chromium 147.0.0.0',
    ],
    ['Mozilla/5.0 Chrome/140.0.1.0 Electron/45.4.1 Safari/537.36', 'Electron 45.4.1'],
    ['Mozilla/5.0 (X11; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox 128.0'],
    ['something of somebody’s own', '?'],
  ])('%s', (agent, name) => expect(browserName(agent)).toBe(name));
});
