import type { WatchedCall } from './call-shim.ts';
import type { Fault } from './faults.ts';

/** One fault at one call. */
export interface Injection {
  call: WatchedCall;
  fault: Fault;
}

/** The file of a call, without what differs from run to run. */
export function placeOf({ path }: WatchedCall): string {
  return path.replace(/^.*\/root\//, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
}

export function described({ call, fault }: Injection): string {
  return `call ${call.number} (${call.kind} ${placeOf(call)}), ${fault}`;
}
