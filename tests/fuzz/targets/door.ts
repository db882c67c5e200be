/** The loopback door with the real core behind it: heads as bytes on a socket, and calls of every method. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { createApp } from '../../../src/main/core/app.ts';
import { createBrowserHostMethods } from '../../../src/main/http/browser-host-methods.ts';
import { startHttpDoor } from '../../../src/main/http/door.ts';
import { createDispatcher } from '../../../src/main/node/dispatch.ts';
import { createFileTransfer } from '../../../src/main/node/host-methods.ts';
import { createReceivedFiles } from '../../../src/main/node/received-files.ts';
import { contract, isMethodName, type MethodName } from '../../../src/shared/contract.ts';
import { errorCodes } from '../../../src/shared/errors.ts';
import { prepareWorkspace } from '../../faults/damaged-workspace.ts';
import { foreseeable } from '../../support/foreseeable.ts';
import { rawRequest } from '../mutate/http.ts';
import { type Json, type JsonSchema, mutateJson, valueOfSchema } from '../mutate/json.ts';
import { awkwardTexts } from '../mutate/text.ts';
import type { Random } from '../random.ts';
import { plainReport } from '../seeds/documents.ts';
import { type FuzzTarget, mustHold } from '../target.ts';

/** A request as it is written down: `{port}` and `{cookie}` stand for those of the run's door. */
type Step = { call: string; input: Json } | { raw: string };

/** Methods that look for drives, browsers and fonts of this computer have no place here. */
const callable = (Object.keys(contract) as MethodName[]).sort();
const schemas = new Map(
  callable.map((name) => [
    name,
    z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' }) as JsonSchema,
  ]),
);

export const doorTarget: FuzzTarget = {
  name: 'door',
  slowMilliseconds: 8000,
  async prepare(root) {
    const source = join(root, 'source');
    mkdirSync(source);
    const { written } = await prepareWorkspace(source, foreseeable());
    const rendererFolder = join(root, 'renderer');
    mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
    writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>page</title>');
    writeFileSync(join(rendererFolder, 'assets', 'index-1.js'), 'export {};');
    const report = Buffer.from(await plainReport()).toString('base64');
    const known = [
      ...textsOf(JSON.parse(JSON.stringify(written))),
      ...awkwardTexts,
      '{grant}',
      '{grant}',
      '{grant}',
      'townLawReport',
    ];

    const makeCall = (random: Random): Step => {
      const name = random.pick(callable);
      const schema = schemas.get(name) ?? {};
      const input = valueOfSchema(schema, random, known);
      return { call: name, input: random.chance(0.3) ? mutateJson(input, random) : input };
    };
    return {
      make(random) {
        const steps = Array.from({ length: 12 }, () =>
          random.chance(0.3) ? { raw: rawRequest(random) } : makeCall(random),
        );
        return { name: 'requests.json', bytes: new Uint8Array(Buffer.from(JSON.stringify(steps))) };
      },
      async attempt({ bytes }) {
        const folder = mkdtempSync(join(root, 'run-'));
        cpSync(source, folder, { recursive: true });
        const bugs: string[] = [];
        const log = {
          info: () => {},
          warn: (event: string, facts?: object) =>
            event === 'call.failed' && bugs.push(JSON.stringify(facts)),
        };
        const dependencies = { ...foreseeable()(), log };
        const opened = await createApp({ ...dependencies, workspaceFolder: folder });
        if (!opened.ok) throw new Error(opened.error.code);
        const received = createReceivedFiles({ grants: dependencies.grants, temporaryRoot: folder });
        const host = createBrowserHostMethods(createFileTransfer(dependencies.grants, received), '0');
        const door = await startHttpDoor({
          dispatch: createDispatcher(opened.value, host, log),
          rendererFolder,
          limits: { headMilliseconds: 300, requestMilliseconds: 300 },
        });
        try {
          return await drive(new URL(door.url), JSON.parse(Buffer.from(bytes).toString()), report, bugs);
        } finally {
          await door.close();
          received.close();
          opened.value.close();
          rmSync(folder, { recursive: true, force: true });
        }
      },
    };
  },
};

/** Short texts in a value: ids, names and words that the workspace knows. */
function textsOf(value: Json): string[] {
  if (typeof value === 'string') return value.length <= 80 ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return [...new Set(Object.values(value).flatMap(textsOf))];
}

interface Session {
  port: number;
  cookie: string;
  grant: string;
}

function filled(text: string, { port, cookie, grant }: Session): string {
  return text.replaceAll('{port}', String(port)).replaceAll('{cookie}', cookie).replaceAll('{grant}', grant);
}

async function drive(url: URL, steps: readonly Step[], report: string, bugs: readonly string[]) {
  const session: Session = { port: Number(url.port), cookie: '', grant: 'none' };
  const opened = await send(
    session.port,
    `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`,
  );
  session.cookie = /Set-Cookie: ([^;]+)/i.exec(opened)?.[1] ?? '';
  const file = await call(session, 'host.receiveFile', { name: '报告.docx', base64: report });
  session.grant = String((file.value as { grant?: string }).grant);
  let answered = 0;
  for (const step of steps) {
    if ('raw' in step) wellFormed(await send(session.port, filled(step.raw, session)));
    else {
      const outcome = await call(session, step.call, JSON.parse(filled(JSON.stringify(step.input), session)));
      if (outcome.ok) answered += 1;
    }
    mustHold(
      bugs.length === 0,
      `${'raw' in step ? 'a raw request' : step.call} met a bug: ${bugs.join('; ')}`,
    );
  }
  const still = await call(session, 'workspace.status', {});
  mustHold(still.ok, 'the program still answers');
  return answered > 0 ? 'accepted' : 'refused';
}

/** None, or answers one after another, each of a known status, whole, and none that tells of a bug. */
function wellFormed(answer: string): void {
  if (answer === '') return;
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
  mustHold(
    status >= 100 && status < 500,
    `an answer has a status that says what is wrong with the request: ${answer.slice(0, 40)}`,
  );
  mustHold(!/root:x:0|SECRET/.test(answer), 'no other file of this computer is told');
}

async function call(
  session: Session,
  method: string,
  input: Json,
): Promise<{ ok: boolean; value?: unknown }> {
  const body = Buffer.from(JSON.stringify(input));
  const head =
    `POST /api/${encodeURIComponent(method)} HTTP/1.1\r\nHost: 127.0.0.1:${session.port}\r\nOrigin: http://127.0.0.1:${session.port}\r\n` +
    `Cookie: ${session.cookie}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
  const answer = await send(session.port, Buffer.concat([Buffer.from(head), body]));
  wellFormed(answer);
  const at = answer.indexOf('\r\n\r\n');
  mustHold(at > 0, `${method} is answered`);
  const outcome = JSON.parse(answer.slice(at + 4));
  if (outcome.ok === true) {
    if (isMethodName(method)) {
      const checked = contract[method].output.safeParse(outcome.value);
      mustHold(
        checked.success,
        `what ${method} answers is as the contract says: ${checked.error?.issues[0]?.path.join('.')}`,
      );
    }
    return { ok: true, value: outcome.value };
  }
  const code: string = outcome.error.code;
  mustHold(
    code !== 'internal' && (errorCodes as readonly string[]).includes(code),
    `${method} fails with a code that people are told about: ${code}`,
  );
  return { ok: false };
}

/** Everything that the door sends until it ends the connection, or has been silent for a while. */
function send(port: number, request: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: '127.0.0.1', port }, () =>
      socket.write(typeof request === 'string' ? Buffer.from(request, 'latin1') : request),
    );
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      // A connection that is kept open would be waited for in vain.
      if (typeof request === 'string') socket.setTimeout(30, () => socket.destroy());
    });
    if (typeof request === 'string') socket.setTimeout(150, () => socket.destroy());
    socket.once('error', () => {});
    socket.once('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}
