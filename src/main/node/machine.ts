/** This computer as its system and Node tell of it. Neither the computer's name nor a person's is asked for. */
import { readFileSync } from 'node:fs';
import { arch, freemem, release, totalmem, version } from 'node:os';
import type { Machine } from '../core/ports.ts';

/** Where the distributions of Linux, Kylin and UOS among them, say what they are (freedesktop.org, os-release). */
const releaseFile = '/etc/os-release';

/** «PRETTY_NAME» of an os-release file; '' where it has none. */
export function distributionName(osRelease: string): string {
  const quoted = /^PRETTY_NAME=(.*)$/m.exec(osRelease)?.[1] ?? '';
  return quoted.trim().replace(/^(["'])(.*)\1$/, '$2');
}

function readReleaseFile(): string {
  try {
    return readFileSync(releaseFile, 'utf8');
  } catch {
    return '';
  }
}

export function createMachine(platform: NodeJS.Platform = process.platform): Machine {
  return {
    facts: () => ({
      // The version text of Linux says who built the kernel where; only that of Windows and macOS is a name.
      systemName: platform === 'linux' ? distributionName(readReleaseFile()) : version(),
      systemRelease: release(),
      architecture: arch(),
      memoryBytes: totalmem(),
      freeMemoryBytes: freemem(),
      node: process.versions.node,
      electron: process.versions.electron ?? '',
      chromium: process.versions.chrome ?? '',
    }),
  };
}
