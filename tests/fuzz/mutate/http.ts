/** Requests as bytes on a socket that no browser would send. `{port}` and `{cookie}` stand for those of the door. */
import type { Random } from '../random.ts';
import { mutateText } from './text.ts';

const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PATCH',
  'get',
  'PRI',
  '',
];
const targets = [
  '/',
  '/?token=x',
  '/api/workspace.status',
  '/api/__proto__',
  '/api/constructor',
  '/api/',
  '//evil/',
  '*',
  'http://evil.example/',
  '/../../etc/passwd',
  '/%2e%2e/%00',
  '/assets/index-1.js',
  '/index.html?token=%ff',
  `/${'a'.repeat(20_000)}`,
];
const headers = [
  'Host: 127.0.0.1:{port}',
  'Host: localhost:{port}',
  'Host: evil.example',
  'Host:',
  'Origin: http://127.0.0.1:{port}',
  'Origin: null',
  'Cookie: {cookie}',
  'Cookie: xiangbao-{port}=; {cookie}; =;;',
  'Content-Type: application/json',
  'Content-Type: text/plain',
  'Content-Encoding: gzip',
  'Content-Length: 2',
  'Content-Length: 0',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Content-Length: 2\r\nContent-Length: 3',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: chunked, identity',
  'Expect: 100-continue',
  'Expect: x',
  'Upgrade: websocket\r\nConnection: Upgrade',
  'Connection: keep-alive',
  'Sec-Fetch-Site: cross-site',
  'Sec-Fetch-Site: same-origin',
  'Range: bytes=0-',
  ' folded: x',
  'X\0: y',
  `X: ${'y'.repeat(20_000)}`,
];
const bodies = [
  '',
  '{}',
  '{',
  '2\r\n{}\r\n0\r\n\r\n',
  'ffffffff\r\n{}',
  '-1\r\n',
  '[]',
  '\xff\xfe',
  `[${'['.repeat(50_000)}`,
];

export function rawRequest(random: Random): string {
  const usual = [
    'Host: 127.0.0.1:{port}',
    'Origin: http://127.0.0.1:{port}',
    'Cookie: {cookie}',
    'Content-Type: application/json',
  ];
  const lines = random.chance(0.6) ? [...usual] : [];
  for (let count = random.below(5); count > 0; count -= 1)
    lines.splice(random.below(lines.length + 1), 0, random.pick(headers));
  const version = random.chance(0.9)
    ? 'HTTP/1.1'
    : random.pick(['HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', '', 'HTTP/1.1 x']);
  const end = random.chance(0.9) ? '\r\n' : random.pick(['\n', '\r', '']);
  const head = [`${random.pick(methods)} ${random.pick(targets)} ${version}`, ...lines].join(end);
  const whole = `${head}${end}${end}${random.pick(bodies)}`;
  return random.chance(0.15) ? mutateText(whole, random, ['\r\n', ':', ' ', 'HTTP/1.1', '\0']) : whole;
}
