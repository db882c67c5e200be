import { hostname, userInfo } from 'node:os';
import type { Holder } from '../core/ports.ts';

/** This process, as whoever finds the workspace locked is told of it. */
export function describeHolder(door: Holder['door']): Holder {
  return { door, user: userName(), host: hostname(), processId: process.pid };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the system's user list, as in some containers.
    return process.env.USER ?? process.env.USERNAME ?? '?';
  }
}
