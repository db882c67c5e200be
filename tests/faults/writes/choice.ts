/** Which of all possible injections are made. */
import { type Injection, placeOf } from './injection.ts';

/** How many calls at each end of a stretch meet every fault. */
const ends = 2;

/** Calls of one kind on one file without another between them: the pages of a log, the pieces of a copy. */
function stretches(all: readonly Injection[]): Injection[][] {
  const found: Injection[][] = [];
  let last = '';
  for (const injection of all) {
    const place = `${injection.call.kind} ${placeOf(injection.call)}`;
    if (place !== last) found.push([]);
    last = place;
    found.at(-1)?.push(injection);
  }
  return found;
}

/**
 * Every call with at least one fault. At the beginning and the end of a stretch of like calls each call with every fault;
 * within it the faults take turns.
 */
export function everyCall(all: readonly Injection[]): Injection[] {
  return stretches(all).flatMap((stretch) => {
    const numbers = [...new Set(stretch.map(({ call }) => call.number))];
    return numbers.flatMap((number, index) => {
      const ofCall = stretch.filter(({ call }) => call.number === number);
      const isEnd = index < ends || index >= numbers.length - ends;
      return isEnd ? ofCall : ofCall.filter((_, turn) => turn === index % ofCall.length);
    });
  });
}

/** About `count` of them, spread evenly; another `offset` takes others. */
export function spread(count: number, offset: number): (all: readonly Injection[]) => Injection[] {
  return (all) => {
    const stride = Math.max(1, Math.floor(all.length / count));
    return all.filter((_, index) => index % stride === offset % stride);
  };
}
