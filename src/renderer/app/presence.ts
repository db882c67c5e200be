/** Tells the loopback door that a window is open, so that the program ends by itself some time after the last one. */
import type { Call } from '../api/client.ts';

export interface PresenceSurroundings {
  call: Call;
  /** Absent in very old browsers. */
  locks: Pick<LockManager, 'request'> | undefined;
  wait: (milliseconds: number) => Promise<void>;
}

/** Milliseconds until a door that did not answer is asked again. */
const patience = 5_000;

/**
 * Never ends. All windows of one browser share a lock and only its holder speaks: each waiting call takes one of the six
 * connections a browser opens to a door. The next window takes over when the holder is closed; and browsers leave a page
 * that holds a lock awake, however long it lies in the background.
 */
export async function keepPresent({ call, locks, wait }: PresenceSurroundings): Promise<void> {
  const speak = async (): Promise<void> => {
    for (;;) {
      const stayed = await call('host.stay', {});
      if (!stayed.ok) await wait(patience);
    }
  };
  await (locks === undefined ? speak() : locks.request('xiangbao-presence', speak));
}
