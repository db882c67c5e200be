/**
 * Watches what a process tree does with sockets, and judges it from the trace. Allowed is
 * the loopback listener with what comes in on it, and what cannot leave the machine by its nature; everything else, and
 * every line that is not understood, is told.
 */

export interface Verdict {
  /** `address:port` of each socket that was listened on. */
  listeners: string[];
  /** Connections that came in on them. */
  accepted: number;
  /** Calls that were judged. */
  judged: number;
  /** What must not be, in the words of the trace. */
  violations: string[];
}

/**
 * Words that start a program under the watch of strace, the trace going to `path`. `-D` leaves the program our own child,
 * so that it hears the signals that end it. Node hands calls to the kernel through a ring where it can, and no trace shows
 * what is done through a ring: the kernel's refusal is injected, and Node makes the calls themselves.
 */
export function watchSockets(path: string): string[] {
  const traced = ['-e', 'trace=%network,io_uring_setup', '-e', 'inject=io_uring_setup:error=ENOSYS'];
  return ['strace', '-D', '-f', '-qq', '-s', '0', '-e', 'signal=none', ...traced, '-o', path];
}

/** Services of the same machine, by the file that their socket stands at. */
const localServices = [
  // The C library asks here for the user's name before it reads /etc/passwd.
  '/var/run/nscd/socket',
  // Accounts and the message bus of the desktop; a browser of the system looks for them, found or not.
  '/run/systemd/userdb/',
  '/run/dbus/system_bus_socket',
  '/var/run/dbus/system_bus_socket',
];

interface Call {
  thread: string;
  name: string;
  /** Between the parentheses. */
  words: string;
  /** Behind the `=`. */
  result: string;
  line: string;
}

/** Calls in the order they ended; what another thread interrupted is put together again. `null`: not understood. */
function* readCalls(trace: string): Generator<Call | string> {
  const begun = new Map<string, string>();
  for (const line of trace.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    // Ended at the door of the kernel, by a signal or because its program ended, before it could be seen what was wanted:
    // nothing was done.
    if (/^\+\+\+ (?:killed by|exited with) /.test(rest) && begun.get(thread) === '???(') begun.delete(thread);
    if (line === '' || /^(?:\+\+\+|---) /.test(rest)) continue;
    const unfinished = /^(.*?)\s*<unfinished \.\.\.>(?:\s*=\s*\?)?$/.exec(rest);
    if (unfinished !== null) {
      begun.set(thread, unfinished[1] ?? '');
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>\s*(.*)$/.exec(rest);
    const whole = resumed === null ? rest : `${begun.get(thread) ?? ''}${resumed[1] ?? ''}`;
    begun.delete(thread);
    const [, name, words, result] = /^(\w+)\((.*)\)\s+= (.*)$/.exec(whole) ?? [];
    if (name === undefined || words === undefined || result === undefined) yield line;
    else yield { thread, name, words, result, line: whole };
  }
  // Threads that ended in the midst of a call: what they asked for counts.
  for (const [thread, words] of begun) {
    const [, name, asked] = /^(\w+)\((.*)$/.exec(words) ?? [];
    if (name === undefined || asked === undefined) yield words;
    else yield { thread, name, words: asked, result: '?', line: words };
  }
}

/** Sockets of the internet that were seen on the way, by thread and descriptor, with the words or the address. */
interface Sockets {
  made: Map<string, string>;
  bound: Map<string, string>;
  listening: Set<string>;
}

export function judgeTrace(trace: string): Verdict {
  const verdict: Verdict = { listeners: [], accepted: 0, judged: 0, violations: [] };
  const sockets: Sockets = { made: new Map(), bound: new Map(), listening: new Set() };
  for (const call of readCalls(trace)) {
    const told = typeof call === 'string' ? call : judgeCall(call, verdict, sockets);
    if (told !== null) verdict.violations.push(told);
    verdict.judged += 1;
  }
  verdict.violations.push(
    ...sockets.made.values(),
    ...[...sockets.bound.values()].map((at) => `bound to ${at}, not listening`),
  );
  return verdict;
}

/** What must not be, or null. */
function judgeCall(call: Call, verdict: Verdict, sockets: Sockets): string | null {
  const { name, words, result, line } = call;
  const descriptor = `${call.thread} ${/^\d+/.exec(words)?.[0]}`;
  switch (name) {
    case 'socket':
      if (isLocalSocket(words)) return null;
      if (!/^AF_INET, SOCK_STREAM\b/.test(words)) return line;
      sockets.made.set(`${call.thread} ${result}`, line);
      return null;
    case 'socketpair':
      return words.startsWith('AF_UNIX,') ? null : line;
    case 'bind': {
      if (words.includes('{sa_family=AF_NETLINK,')) return null;
      const address = internetAddress(words);
      if (!sockets.made.delete(descriptor) || address === null) return line;
      sockets.bound.set(descriptor, address);
      return address.startsWith('127.0.0.1:') ? null : line;
    }
    case 'listen': {
      const address = sockets.bound.get(descriptor);
      if (address === undefined || !sockets.bound.delete(descriptor)) return line;
      sockets.listening.add(descriptor);
      verdict.listeners.push(address);
      return null;
    }
    case 'accept':
    case 'accept4': {
      // What listens on the loopback address hears nobody from elsewhere, whether or not the address is asked for.
      if (!sockets.listening.has(descriptor)) return line;
      if (/^\d/.test(result)) verdict.accepted += 1;
      return null;
    }
    case 'connect':
      return isLocalService(words) ? null : line;
    case 'io_uring_setup':
      return /^-1 E/.test(result) ? null : line;
    default:
      // Sending and receiving on what was judged when it was made; only a message with an address can go elsewhere.
      return /^send/.test(name) && /\bsa_family=(?!AF_NETLINK\b)/.test(words) ? line : null;
  }
}

/**
 * NETLINK_ROUTE is the kernel's own list of the machine's interfaces: the browser's network service always asks it, and
 * no message of it leaves the kernel.
 */
function isLocalSocket(words: string): boolean {
  return /^AF_UNIX,/.test(words) || /^AF_NETLINK, SOCK_\w+(?:\|SOCK_\w+)*, NETLINK_ROUTE$/.test(words);
}

function isLocalService(words: string): boolean {
  const path = /\{sa_family=AF_UNIX, sun_path="([^"]*)"\}/.exec(words)?.[1];
  return path !== undefined && localServices.some((place) => path.startsWith(place));
}

function internetAddress(words: string): string | null {
  const found = /sa_family=AF_INET, sin_port=htons\((\d+)\), sin_addr=inet_addr\("([\d.]+)"\)/.exec(words);
  return found === null ? null : `${found[2]}:${found[1]}`;
}
