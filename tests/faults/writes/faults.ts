/**
 * What is done to a call that changes files, and to which kinds of call. All of them are honest: what the program is told
 * of the call is what became of it. A disk that takes half and tells of all is another matter, that of reading back and of
 * the digests: see the tests of failing disks and of chance damage.
 */

/** `create`: opening that makes or empties a file; `copy`: copy_file_range and sendfile. */
export const callKinds = [
  'create',
  'write',
  'copy',
  'sync',
  'truncate',
  'rename',
  'remove',
  'folder',
] as const;
export type CallKind = (typeof callKinds)[number];

export const faultDescriptions = {
  /** Not carried out; EIO. Of a sync: the bytes may or may not have reached the disk. */
  eio: 'EIO, once',
  /** Not carried out; ENOSPC, once: somebody makes room meanwhile. */
  enospc: 'ENOSPC, once',
  /** This one takes half of the bytes, from then on nothing finds room; removing and syncing go on. */
  full: 'the disk is full from there on',
  /** Half of the bytes are taken, and the caller is told so: it has to go on with the rest. */
  short: 'a short write, told as such',
  /** Half of the bytes are taken and EIO is told: a page of which half is new. */
  torn: 'a torn write, told as EIO',
  /** This one and all after it fail with EIO: the stick was pulled out, the disk has died. */
  gone: 'no call succeeds from there on',
  /** Half of the bytes are taken and the program is gone, without a chance to tidy up. */
  kill: 'killed in the middle',
} as const;

export type Fault = keyof typeof faultDescriptions;
export const faults = Object.keys(faultDescriptions) as Fault[];

const ofBytes: readonly CallKind[] = ['write', 'copy'];

/** Whether the fault is a different one from `eio` for a call of that kind, and one that can happen to it. */
export function suits(fault: Fault, kind: CallKind): boolean {
  switch (fault) {
    case 'short':
    case 'torn':
      return ofBytes.includes(kind);
    case 'full':
      return kind !== 'sync' && kind !== 'remove';
    case 'enospc':
      return kind !== 'remove';
    default:
      return true;
  }
}
