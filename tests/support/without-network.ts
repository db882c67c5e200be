/** A place without any network but the machine's own loopback, made of Linux's namespaces. */
import { spawnSync } from 'node:child_process';

/** With the administrator's rights a namespace is simply made; everybody else first becomes one within their own. */
const isolations = [
  ['unshare', '-n'],
  ['unshare', '-rn'],
] as const;

const withLoopback = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

/** Words to put before a command, or null where this machine has no such place. */
function findIsolation(): readonly string[] | null {
  for (const isolation of isolations) {
    const words = [...isolation, ...withLoopback];
    const [command = '', ...parameters] = [...words, 'true'];
    if (spawnSync(command, parameters, { stdio: 'ignore' }).status === 0) return words;
  }
  return null;
}

function canTrace(): boolean {
  return (
    spawnSync('strace', ['-D', '-f', '-qq', '-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0
  );
}

/** Where programs run without network and under strace; or why they cannot. */
export function withoutNetwork():
  | { words: readonly string[]; missing: null }
  | { words: null; missing: string } {
  if (process.platform !== 'linux') return { words: null, missing: 'namespaces are there on Linux only' };
  const words = findIsolation();
  if (words === null)
    return { words: null, missing: 'unshare and ip (util-linux, iproute2) are missing or forbidden' };
  return canTrace() ? { words, missing: null } : { words: null, missing: 'strace is missing or forbidden' };
}
