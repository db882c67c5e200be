/** The judge of socket traces, by examples in the words of strace. */
import { describe, expect, it } from 'vitest';
import { judgeTrace } from './socket-trace.ts';

const listener = [
  '10 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, IPPROTO_IP) = 21',
  '10 setsockopt(21, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0',
  '10 bind(21, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
  '10 listen(21, 511) = 0',
];
const accepted = '10 accept4(21, NULL, NULL, SOCK_CLOEXEC|SOCK_NONBLOCK) = 22';
const judge = (...lines: string[]) => judgeTrace(`${lines.join('\n')}\n`);

describe('allowed', () => {
  it('the loopback listener and what comes in', () => {
    expect(judge(...listener, accepted, '10 accept4(21, NULL, NULL, SOCK_CLOEXEC) = -1 EAGAIN (…)')).toEqual({
      listeners: ['127.0.0.1:0'],
      accepted: 1,
      judged: 6,
      violations: [],
    });
  });

  it.each([
    ['a pair between two processes', '11 socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0, [28, 29]) = 0'],
    [
      'a pair after an interruption',
      '11 socketpair(AF_UNIX, SOCK_STREAM, 0,  <unfinished ...>\n11 <... socketpair resumed>[3, 4]) = 0',
    ],
    [
      'messages on a pair',
      '11 sendmsg(7, {msg_name=NULL, msg_namelen=0, msg_iov=[{}], msg_iovlen=1}, MSG_NOSIGNAL) = 16',
    ],
    [
      'the C library asking for the user',
      '11 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0) = 21\n11 connect(21, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT (No such file or directory)',
    ],
    [
      'the kernel’s list of interfaces',
      '11 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 22\n11 bind(22, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=0x000113}, 12) = 0\n11 sendto(22, ..., 17, 0, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 17',
    ],
    ['a call that death came before', '11 ???( <unfinished ...>\n11 +++ killed by SIGKILL +++'],
    ['a call that the end of its program came before', '11 ???( <unfinished ...>\n11 +++ exited with 0 +++'],
    ['the end of a process', '11 +++ exited with 0 +++\n11 +++ killed by SIGKILL +++'],
    [
      'a ring that the kernel refuses',
      '11 io_uring_setup(64, {flags=0}) = -1 ENOSYS (Function not implemented) (INJECTED)',
    ],
  ])('%s', (_what, lines) => {
    expect(judge(lines).violations).toEqual([]);
  });
});

describe('told', () => {
  it.each([
    [
      'a connection out',
      '10 connect(21, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, 16) = -1 EINPROGRESS (…)',
    ],
    [
      'a connection to the own machine',
      '10 connect(21, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
    ],
    [
      'a connection that is interrupted',
      '10 connect(21, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, 16 <unfinished ...>\n10 <... connect resumed>) = 0',
    ],
    [
      'a connection under which the thread ended',
      '10 connect(21, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("192.0.2.1")}, 16 <unfinished ...>',
    ],
    [
      'a connection to an unknown local service',
      '10 connect(21, {sa_family=AF_UNIX, sun_path="/run/other"}, 110) = 0',
    ],
    [
      'a connection to a service without a file',
      '10 connect(21, {sa_family=AF_UNIX, sun_path=@"nscd"}, 110) = 0',
    ],
    ['the end of a connection', '10 connect(21, {sa_family=AF_UNSPEC, sa_data="\\0"}, 16) = 0'],
    ['a datagram socket', '10 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_UDP) = 21'],
    ['the newer family', '10 socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP) = 21'],
    ['the newer family refused', '10 socket(AF_INET6, SOCK_DGRAM, IPPROTO_UDP) = -1 EAFNOSUPPORT (…)'],
    ['raw packets', '10 socket(AF_PACKET, SOCK_RAW, htons(0x3)) = 21'],
    ['another list of the kernel', '10 socket(AF_NETLINK, SOCK_RAW, NETLINK_SOCK_DIAG) = 21'],
    ['a socket that never listens', '10 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 21'],
    ['a local service opened', '10 bind(21, {sa_family=AF_UNIX, sun_path="/tmp/x"}, 110) = 0'],
    ['a listener for everybody', `${listener.join('\n')}`.replace('127.0.0.1', '0.0.0.0')],
    ['a listener never bound', '10 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 21\n10 listen(21, 511) = 0'],
    ['a connection to what is no listener', accepted],
    [
      'a connection to a listener of another program',
      `${listener.join('\n')}\n${accepted.replace('10 ', '11 ')}`,
    ],
    [
      'a datagram with an address',
      '10 sendto(21, ..., 30, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.53")}, 16) = 30',
    ],
    [
      'a message with an address',
      '10 sendmsg(21, {msg_name={sa_family=AF_INET6, sin6_port=htons(53)}, msg_namelen=28}, 0) = 30',
    ],
    [
      'messages with an address',
      '10 sendmmsg(21, [{msg_hdr={msg_name={sa_family=AF_INET, sin_port=htons(53)}}}], 2, 0) = 2',
    ],
    ['what no trace shows', '10 io_uring_setup(64, {flags=0}) = 12'],
    ['a line that is not understood', 'strace: Process 12 attached'],
    ['a call that nobody knows', '10 ???( <unfinished ...>'],
    ['half a line', '10 socket(AF_INET, SOCK_STRE'],
  ])('%s', (_what, lines) => {
    expect(judge(lines).violations.length).toBeGreaterThan(0);
  });
});
