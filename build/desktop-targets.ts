/** The packages of the desktop program: for which system and processor, and of which kinds. */
import { join } from 'node:path';
import { Arch, type Configuration, Platform } from 'electron-builder';

export interface DesktopTarget {
  platform: 'win32' | 'linux';
  arch: 'x64' | 'arm64';
  /** Kinds of packages, by electron-builder's names. */
  kinds: readonly string[];
}

export const desktopTargets = {
  'win-x64': { platform: 'win32', arch: 'x64', kinds: ['nsis', 'portable'] },
  'win-arm64': { platform: 'win32', arch: 'arm64', kinds: ['nsis', 'portable'] },
  'linux-x64': { platform: 'linux', arch: 'x64', kinds: ['deb', 'AppImage'] },
  'linux-arm64': { platform: 'linux', arch: 'arm64', kinds: ['deb', 'AppImage'] },
} as const satisfies Record<string, DesktopTarget>;
export type DesktopTargetName = keyof typeof desktopTargets;

export const desktopTargetNames = Object.keys(desktopTargets).filter(isDesktopTarget);

export function isDesktopTarget(name: string): name is DesktopTargetName {
  return Object.hasOwn(desktopTargets, name);
}

/** As electron-builder wants it; `kinds` other than the target's own for checks. */
export function builderTargets({ platform, arch }: DesktopTarget, kinds: readonly string[]) {
  const system = platform === 'win32' ? Platform.WINDOWS : Platform.LINUX;
  return system.createTarget([...kinds], arch === 'x64' ? Arch.x64 : Arch.arm64);
}

/** What electron-builder.yml says, and what it cannot say for one system alone. */
export function builderConfiguration(root: string, { platform }: DesktopTarget): Configuration {
  return {
    extends: join(root, 'electron-builder.yml'),
    // No .deb is made without an address, and the program has none: this one is reserved never to exist (RFC 2606). In
    // Windows' list of programs it would be a link that leads nowhere.
    ...(platform === 'linux' ? { extraMetadata: { homepage: 'https://xiangbao.invalid' } } : {}),
  };
}
