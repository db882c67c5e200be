import { describe, expect, it } from 'vitest';
import { isOwnPeer, ownerInTable } from '../../../../src/main/http/peer-owner.ts';

const heading =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const row = (local: string, remote: string, uid: number) =>
  `   3: ${local} ${remote} 01 00000000:00000000 00:00000000 00000000  ${uid}        0 1665 1 00000000ece8302d 100 0 0 10 0\n`;
const end = { address: '127.0.0.1', port: 0xc350, doorPort: 0x1f90 };

describe('the owner of a connection', () => {
  it.each([
    ['the other end is found', row('0100007F:C350', '0100007F:1F90', 1001), 1001],
    ['not our own end of it', row('0100007F:1F90', '0100007F:C350', 1000), null],
    ['not another port', row('0100007F:C351', '0100007F:1F90', 1001), null],
    ['not another loopback address', row('0200007F:C350', '0100007F:1F90', 1001), null],
    ['not the same port towards somebody else', row('0100007F:C350', '0100007F:1F91', 1001), null],
    [
      'a socket of the newer family',
      row('0000000000000000FFFF00000100007F:C350', '0000000000000000FFFF00000100007F:1F90', 1001),
      1001,
    ],
    ['an empty list', '', null],
    ['lines that are none', 'nonsense\n\n: : :\n', null],
  ])('%s', (_what, rows, owner) => {
    expect(ownerInTable(heading + rows, end, 'LE')).toBe(owner);
  });

  it('is read in the byte order of the processor', () => {
    expect(ownerInTable(heading + row('7F000001:C350', '7F000001:1F90', 5), end, 'BE')).toBe(5);
  });
});

describe('whom the session is given to', () => {
  // The byte order of the machine that runs the tests must not matter.
  const both = (uid: number) =>
    heading + row('0100007F:C350', '0100007F:1F90', uid) + row('7F000001:C350', '7F000001:1F90', uid);
  const gone = () => {
    throw new Error('ENOENT');
  };

  it.each([
    ['the same person', 1000, () => [both(1000)], true],
    ['the administrator', 1000, () => [both(0)], true],
    ['somebody else', 1000, () => [both(1001)], false],
    ['somebody else than the administrator', 0, () => [both(1001)], false],
    ['somebody in the second list', 1000, () => [heading, both(1001)], false],
    ['the same person in one list, somebody else in the other', 1000, () => [both(1000), both(1001)], false],
    ['nobody, because the connection is gone', 1000, () => [heading], false],
    ['anybody with the token, where the system keeps no list', 1000, gone, true],
    ['anybody with the token, where the system knows no user ids', undefined, gone, true],
  ])('%s', (_what, userId, readTables, own) => {
    expect(isOwnPeer(end, { userId, readTables })).toBe(own);
  });

  it('is asked of addresses of the loopback listener only', () => {
    expect(isOwnPeer({ ...end, address: '' }, { userId: 1000, readTables: () => [both(1000)] })).toBe(false);
  });
});
