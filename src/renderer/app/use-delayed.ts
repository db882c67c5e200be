import { useEffect, useState } from 'react';

/** True once `active` has been true for `milliseconds` without a break, so that short states do not flash. */
export function useDelayed(active: boolean, milliseconds: number): boolean {
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    if (!active) return;
    const handle = setTimeout(() => setElapsed(true), milliseconds);
    return () => {
      clearTimeout(handle);
      setElapsed(false);
    };
  }, [active, milliseconds]);
  return active && elapsed;
}
