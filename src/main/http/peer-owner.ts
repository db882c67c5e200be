/**
 * Whose program is at the other end of a connection on this machine. The printed address, and with it the token, can be
 * seen by everybody in the list of processes once a browser is started with it; so the session is given to programs of
 * the same person only, where the system tells.
 */
import { readFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { endianness } from 'node:os';

/** The end of a connection that the other program holds, and the port of ours. */
export interface PeerEnd {
  address: string;
  port: number;
  doorPort: number;
}

/**
 * The user id in the system's list of connections, or null where the list does not name this one. Source: Linux,
 * Documentation/networking/proc_net_tcp: local and remote address in hex, the uid in the eighth column.
 */
export function ownerInTable(table: string, end: PeerEnd, order: 'LE' | 'BE' = endianness()): number | null {
  const local = `${addressInTable(end.address, order)}:${portInTable(end.port)}`;
  const remotePort = `:${portInTable(end.doorPort)}`;
  for (const line of table.split('\n').slice(1)) {
    const [, here = '', there = '', , , , , owner = ''] = line.trim().split(/\s+/);
    // A program may speak from a socket of the newer family; then the older address is the end of a longer one.
    if (here.endsWith(local) && there.endsWith(remotePort) && /^\d+$/.test(owner)) return Number(owner);
  }
  return null;
}

function portInTable(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}

function addressInTable(address: string, order: 'LE' | 'BE'): string {
  const parts = address.split('.').map((part) => Number(part).toString(16).toUpperCase().padStart(2, '0'));
  return (order === 'LE' ? parts.toReversed() : parts).join('');
}

export interface PeerSurroundings {
  /** This process's user id; undefined where the system has none. */
  userId: number | undefined;
  /** The system's lists of connections; throws where there are none. */
  readTables: () => readonly string[];
}

/**
 * Whether the program at the other end may be given the session: one of this person, or of the administrator, from whom
 * nothing is hidden anyway. Where the system keeps no list the token alone decides; a list without the connection means
 * that it is gone already.
 */
export function isOwnPeer(end: PeerEnd, surroundings: PeerSurroundings = thisSystem): boolean {
  const { userId, readTables } = surroundings;
  if (userId === undefined || !isIPv4(end.address)) return userId === undefined;
  let tables: readonly string[];
  try {
    tables = readTables();
  } catch {
    return true;
  }
  const owners = tables.map((table) => ownerInTable(table, end)).filter((owner) => owner !== null);
  return owners.length > 0 && owners.every((owner) => owner === userId || owner === 0);
}

const thisSystem: PeerSurroundings = {
  userId: process.getuid?.(),
  readTables: () => {
    const older = readFileSync('/proc/net/tcp', 'latin1');
    try {
      return [older, readFileSync('/proc/net/tcp6', 'latin1')];
    } catch {
      // A kernel without the newer family has no second list.
      return [older];
    }
  },
};
