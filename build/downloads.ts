/**
 * Every file that making a package fetches, as the installed electron-builder itself names it: its functions that fetch
 * a tool are called with the one that reaches for the network replaced. Nothing is fetched.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Arch } from 'electron-builder';
import { z } from 'zod';
import { type DesktopTargetName, desktopTargetNames, desktopTargets } from './desktop-targets.ts';
import { readManifest } from './shipped-components.ts';

export interface Download {
  /** Below the mirror of its kind: the release, then the file's name. */
  release: string;
  file: string;
  /** Hexadecimal; of the list of digests itself nobody says one. */
  sha256: string | null;
  /** Whose mirror it is looked for at. */
  source: 'electron' | 'electron-builder-binaries';
  neededFor: readonly DesktopTargetName[];
}

const askedSchema = z.object({
  releaseName: z.string(),
  filenameWithExt: z.string(),
  checksums: z.record(z.string(), z.string()).optional(),
});
type Asked = z.infer<typeof askedSchema>;
const toolsetsSchema = z.object({
  nsis: z.string().optional(),
  appimage: z.string().optional(),
  wine: z.string().optional(),
});

/** A function of electron-builder's that makes sure a tool is there. */
type Fetching = (...parameters: unknown[]) => Promise<unknown>;

/** Asks each tool of a kind of package, on the machine this runs on, which file it wants. */
async function toolDownloads(root: string): Promise<Map<string, Asked>> {
  const load = createRequire(join(root, 'node_modules', 'app-builder-lib', 'package.json'));
  const network = load('./out/util/electronGet.js') as { downloadBuilderToolset: Fetching };
  const { getConfig } = load('./out/util/config/config.js') as {
    getConfig: (root: string, path: string | null, given: null) => Promise<{ toolsets?: unknown }>;
  };
  const tool = (file: string, name: string) =>
    (load(`./out/toolsets/${file}.js`) as Record<string, Fetching>)[name];
  const toolsets = toolsetsSchema.parse((await getConfig(root, null, null)).toolsets ?? {});

  const asked = new Map<string, Asked>();
  const fetching = network.downloadBuilderToolset;
  try {
    const ask = async (purpose: string, file: string, name: string, ...parameters: unknown[]) => {
      const wanted: Asked[] = [];
      network.downloadBuilderToolset = async (options) => {
        wanted.push(askedSchema.parse(options));
        // A folder that is not there: what the caller would do with the tool fails, after it has said which it is.
        return join(root, 'no such tool');
      };
      await tool(file, name)?.(...parameters).catch(() => undefined);
      const [first] = wanted;
      if (first !== undefined) asked.set(purpose, first);
    };
    await ask('unpack', '7zip', 'getPath7za');
    await ask('nsis', 'windows', 'getMakeNsisPath', toolsets.nsis, null);
    await ask('nsis plugins', 'windows', 'getNsisPluginsPath', toolsets.nsis, null);
    if (process.platform !== 'win32') await ask('wine', 'wine', 'getWineToolset', toolsets.wine);
    await ask('deb', 'linux', 'getFpmPath');
    await ask('AppImage', 'linux', 'getAppImageTools', toolsets.appimage, Arch.x64);
  } finally {
    network.downloadBuilderToolset = fetching;
  }
  return asked;
}

/** All downloads of all targets on a machine of this kind, by source, release and name. */
export async function listDownloads(root: string): Promise<Download[]> {
  const tools = await toolDownloads(root);
  const { version } = readManifest(join(root, 'node_modules/electron'));
  const digests = z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(join(root, 'node_modules/electron/checksums.json'), 'utf8')));
  const of = (platform: 'win32' | 'linux') =>
    desktopTargetNames.filter((name) => desktopTargets[name].platform === platform);
  const users: Record<string, readonly DesktopTargetName[]> = {
    unpack: desktopTargetNames,
    nsis: of('win32'),
    'nsis plugins': of('win32'),
    wine: of('win32'),
    deb: of('linux'),
    AppImage: of('linux'),
  };
  const electron = desktopTargetNames.map((name): Download => {
    const { platform, arch } = desktopTargets[name];
    const file = `electron-v${version}-${platform}-${arch}.zip`;
    return {
      release: `v${version}`,
      file,
      sha256: digests[file] ?? null,
      source: 'electron',
      neededFor: [name],
    };
  });
  return [
    ...electron,
    {
      release: `v${version}`,
      file: 'SHASUMS256.txt',
      sha256: null,
      source: 'electron',
      neededFor: desktopTargetNames,
    },
    ...[...tools].map(
      ([purpose, { releaseName, filenameWithExt, checksums }]): Download => ({
        release: releaseName,
        file: filenameWithExt,
        sha256: checksums?.[filenameWithExt] ?? null,
        source: 'electron-builder-binaries',
        neededFor: users[purpose] ?? [],
      }),
    ),
  ];
}

/** The list as a table in Markdown, one line per file. */
export function downloadTable(downloads: readonly Download[]): string {
  return [
    '| 来源 source | 版本目录 release | 文件 file | 用于 for | SHA-256 |',
    '| --- | --- | --- | --- | --- |',
    ...downloads.map(({ source, release, file, neededFor, sha256 }) => {
      const targets = neededFor.length === desktopTargetNames.length ? '全部 all' : neededFor.join(', ');
      return `| ${source} | \`${release}\` | \`${file}\` | ${targets} | ${sha256 === null ? '—' : `\`${sha256}\``} |`;
    }),
  ].join('\n');
}
