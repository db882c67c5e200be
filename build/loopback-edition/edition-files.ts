/** All files of one edition, laid out as `edition-layout.ts` says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Edition,
  editionFiles,
  runtimeName,
  startEntryName,
  versionFolder,
} from '../../src/main/node/edition/edition-layout.ts';
import { inOrder, type PackedFile, packedText } from './packed-file.ts';
import { programFiles, readManifest } from './program-files.ts';
import type { Target } from './targets.ts';

export interface EditionParts {
  /** The tree that the program was built in. */
  root: string;
  target: Target;
  kind: Edition['kind'];
  /** The bytes of Node. */
  runtime: Uint8Array;
  /** Whose updates it takes, in base64url; `null`: nobody's. */
  updateKey: string | null;
}

/** Paths are relative to the edition's root (`xiangbao/`), in the order of the archives. */
export function editionTree({ root, target, kind, runtime, updateKey }: EditionParts): PackedFile[] {
  const { version } = readManifest(root);
  const { platform, arch } = target;
  const edition: Edition = { schema: 1, kind, platform, arch, updateKey };
  const own = versionFolder('', version).replaceAll('\\', '/');
  const runtimePath = `${own}/${editionFiles.runtime}/${runtimeName(platform)}`;
  return inOrder([
    ...entries(root, platform, kind),
    packedText(editionFiles.current, `${version}\n`),
    packedText(editionFiles.description, `${JSON.stringify(edition)}\n`),
    { path: runtimePath, bytes: runtime, executable: true },
    ...programFiles(root, target).map((file) => ({
      ...file,
      path: `${own}/${editionFiles.program}/${file.path}`,
    })),
  ]);
}

function entries(root: string, platform: Edition['platform'], kind: Edition['kind']): PackedFile[] {
  const text = (name: string) => readFileSync(join(root, 'build/loopback-edition/entries', name), 'utf8');
  const start = startEntryName(platform);
  const instructions = text(`使用说明.${platform === 'win32' ? 'windows' : kind}.txt`);
  if (platform === 'win32') {
    return [
      // The command processor misreads labels and long lines that end in a line feed alone; Notepad once did so too.
      packedText(start, withCarriageReturns(text(start))),
      packedText('xiangbao.cmd', withCarriageReturns(text('xiangbao.cmd'))),
      packedText(editionFiles.instructions, `\uFEFF${withCarriageReturns(instructions)}`),
    ];
  }
  return [
    packedText(start, text(start), true),
    packedText('xiangbao', text('xiangbao'), true),
    packedText(editionFiles.instructions, instructions),
  ];
}

function withCarriageReturns(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}
