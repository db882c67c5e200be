/**
 * Who keeps a place at the door. Any program on this machine can open connections and say nothing on them; if all were
 * counted alike, a few dozen of those would shut out the person's own page. So there are two rooms: a connection stands
 * among the strangers until a request on it has shown the token or the session, and strangers make room only for each
 * other, the longest waiting first. Nobody without the secrets can bring an acquaintance to lose its place.
 */
import type { Socket } from 'node:net';

export interface ConnectionRoom {
  /** Connections that have shown nothing yet. */
  strangers: number;
  /** Connections of the page: a browser opens six, or as many again for each window of another profile. */
  acquaintances: number;
}

export interface Connections {
  /** To be called with every new connection, before anything is read from it. */
  enter(socket: Socket): void;
  /** To be called when a request on the connection has shown a secret. Ends with `leave` for each call. */
  know(socket: Socket): { leave(): void };
}

export function createConnections(room: ConnectionRoom): Connections {
  const strangers = new Set<Socket>();
  /** Requests under way on each; the longest unused stands first. */
  const acquaintances = new Map<Socket, number>();

  function makeRoomForStranger(): void {
    for (const longest of strangers) {
      if (strangers.size <= room.strangers) return;
      strangers.delete(longest);
      longest.destroy();
    }
  }

  function makeRoomForAcquaintance(): void {
    for (const [socket, underWay] of acquaintances) {
      if (acquaintances.size <= room.acquaintances) return;
      if (underWay > 0) continue;
      acquaintances.delete(socket);
      socket.destroy();
    }
  }

  return {
    enter(socket) {
      strangers.add(socket);
      socket.once('close', () => {
        strangers.delete(socket);
        acquaintances.delete(socket);
      });
      makeRoomForStranger();
    },
    know(socket) {
      if (socket.destroyed) return { leave: () => {} };
      strangers.delete(socket);
      const before = acquaintances.get(socket) ?? 0;
      acquaintances.delete(socket);
      acquaintances.set(socket, before + 1);
      makeRoomForAcquaintance();
      return {
        leave() {
          const underWay = acquaintances.get(socket);
          if (underWay === undefined) return;
          acquaintances.set(socket, underWay - 1);
          makeRoomForAcquaintance();
        },
      };
    },
  };
}
