/** A target that does what a parser with a bug would do, by chance of its seed. */
import { serveTarget } from '../../fuzz/child.ts';
import type { Random } from '../../fuzz/random.ts';
import { mustHold } from '../../fuzz/target.ts';

const held: Uint8Array[] = [];

const doings = {
  'is well': () => {},
  throws: () => {
    throw new TypeError('a bug');
  },
  'breaks its law': () => mustHold(false, 'nothing is lost'),
  loops: () => {
    for (;;);
  },
  crashes: () => process.abort(),
  'takes memory': () => {
    held.push(new Uint8Array(400 * 1024 * 1024).fill(1));
  },
  'takes time': () => {
    const began = process.cpuUsage();
    const used = () => process.cpuUsage(began).user + process.cpuUsage(began).system;
    while (used() < 600_000);
  },
};
export type Doing = keyof typeof doings;

export function doingOf(random: Random): Doing {
  return random.pick(Object.keys(doings)) as Doing;
}

if (process.send !== undefined && import.meta.main) {
  const target = {
    name: 'failing',
    prepare: async () => ({
      make: (random: Random) => ({ name: doingOf(random), bytes: new Uint8Array([1, 2, 3]) }),
      attempt: ({ name }: { name: string }) => {
        doings[name as Doing]();
        return 'accepted' as const;
      },
    }),
  };
  await serveTarget(target, process.argv[3] ?? '');
}
