/**
 * A Debian package, written here whatever the machine has: one way for every machine, whose bytes depend on the files
 * alone, which those of dpkg-deb do not across its versions. The format is that of deb(5), and gzip is what the old dpkg of
 * long-lived distributions can read.
 *
 * The package has no maintainer scripts: nothing of ours runs as root, neither at installation nor at removal, and nothing
 * but the listed files is ever touched. Menus and icons are brought up to date by the triggers of the desktop's own packages.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inOrder, type PackedFile, packedText } from './packed-file.ts';
import type { Manifest } from './program-files.ts';
import { archiveSeconds, gzipped, tarArchive } from './tar-archive.ts';

export interface DebianOptions {
  root: string;
  manifest: Manifest;
  architecture: 'amd64' | 'arm64';
  /** The edition's files, relative to its root. */
  files: readonly PackedFile[];
  /** Of gzip, 1 to 9. */
  level: number;
}

/** Where the edition stands once it is installed. */
const installedFolder = 'opt/xiangbao';
const links = { 'usr/bin/xiangbao': '/opt/xiangbao/xiangbao' };

export function debianPackage({ root, manifest, architecture, files, level }: DebianOptions): Buffer {
  const installed = inOrder([
    ...files.map((file) => ({ ...file, path: `${installedFolder}/${file.path}` })),
    ...desktopFiles(root),
  ]);
  const control = [
    packedText('control', controlText(manifest, architecture, installed)),
    packedText('md5sums', installed.map(({ path, bytes }) => `${md5(bytes)}  ${path}\n`).join('')),
  ];
  return arArchive([
    ['debian-binary', Buffer.from('2.0\n')],
    ['control.tar.gz', gzipped(tarArchive(control, { prefix: './' }), level)],
    ['data.tar.gz', gzipped(tarArchive(installed, { prefix: './', links }), level)],
  ]);
}

function desktopFiles(root: string): PackedFile[] {
  const from = (path: string, source: string): PackedFile => ({
    path,
    bytes: readFileSync(join(root, source)),
    executable: false,
  });
  const text = (source: string) => readFileSync(join(root, source), 'utf8');
  const debian = 'build/loopback-edition/debian';
  return [
    from('usr/share/applications/xiangbao.desktop', `${debian}/xiangbao.desktop`),
    packedText('usr/share/doc/xiangbao/copyright', `${text(`${debian}/copyright`)}${text('LICENSE')}`),
    from('usr/share/icons/hicolor/512x512/apps/xiangbao.png', 'build/icons/linux/512x512.png'),
    from('usr/share/icons/hicolor/scalable/apps/xiangbao.svg', 'build/icons/icon.svg'),
  ];
}

/**
 * Depends on what Node and the addon are linked with, in the oldest versions that have their symbols (GLIBC_2.34 and
 * GLIBCXX_3.4.29, both asked for by the addon; a test reads them from its bytes). A browser is only recommended, since
 * many distributions' browsers are no packages that could be named here.
 */
function controlText(manifest: Manifest, architecture: string, files: readonly PackedFile[]): string {
  const kibibytes = files.reduce((sum, { bytes }) => sum + Math.ceil(bytes.byteLength / 1024), 0);
  return `Package: xiangbao
Version: ${manifest.version}
Architecture: ${architecture}
Maintainer: 乡报 contributors <contributors@xiangbao.invalid>
Installed-Size: ${kibibytes}
Depends: libc6 (>= 2.34), libgcc-s1, libstdc++6 (>= 11)
Recommends: chromium | google-chrome-stable | microsoft-edge-stable | www-browser
Section: editors
Priority: optional
Description: 乡镇年度报告的离线写作程序
 乡报帮助乡镇办公室写每年报送县里的报告：导入去年的报告，填写今年的数据，
 文中数字随表而变，导出公文。全程离线，借用本机浏览器显示。
 .
 卸载只删除程序文件；资料库在各用户主目录的“乡报”文件夹里，不会动。
`;
}

function md5(bytes: Uint8Array): string {
  // What dpkg --verify reads; it is to find damage, not to resist anybody.
  return createHash('md5').update(bytes).digest('hex');
}

/** The archive of ar(1) in its common form: names of up to fifteen bytes, even offsets. */
function arArchive(members: readonly (readonly [name: string, bytes: Uint8Array])[]): Buffer {
  const parts: Uint8Array[] = [Buffer.from('!<arch>\n')];
  for (const [name, bytes] of members) {
    const fields = [
      name.padEnd(16),
      String(archiveSeconds).padEnd(12),
      '0'.padEnd(6),
      '0'.padEnd(6),
      '100644'.padEnd(8),
      String(bytes.byteLength).padEnd(10),
    ];
    parts.push(Buffer.from(`${fields.join('')}\`\n`), bytes, Buffer.from('\n'.repeat(bytes.byteLength % 2)));
  }
  return Buffer.concat(parts);
}
