import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import {
  createParseJobs,
  type ParseJobOptions,
  type ParseJobs,
} from '../../../../../src/main/core/import/parse-job.ts';
import { parseText } from './parse.ts';
import { pdfOf } from './pdf/pdf-fixture.ts';

const failingWorker = join(import.meta.dirname, 'failing-worker.mjs');
const encode = (text: string) => new TextEncoder().encode(text);
const report = '一、工作情况\n全年培训5场。';
/** As much as an import takes; it keeps a thread busy for some time. */
const heavy = encode('一、工作情况\n全年培训5场，参加人员1200余人次，比上年提高1.5个百分点。\n'.repeat(2000));

let jobs: ParseJobs | null = null;
afterEach(() => jobs?.close());
function start(options: ParseJobOptions = {}): ParseJobs {
  jobs = createParseJobs(options);
  return jobs;
}

describe('parsing in a thread', () => {
  it('understands what the importer understands, one file after another', async () => {
    const { parse } = start();
    const bytes = encode(report);
    for (let time = 0; time < 3; time += 1) {
      expect(await parse('a', 'a.txt', bytes)).toEqual({ ok: true, value: parseText(report) });
    }
    // The caller still has its bytes.
    expect(new TextDecoder().decode(bytes)).toBe(report);
    expect(await parse('b', 'b.txt', encode(' '))).toEqual({
      ok: false,
      error: { code: 'import.empty', parameters: { name: 'b.txt' } },
    });
  });

  it('reads a .pdf', async () => {
    const bytes = readFileSync(new URL('../../../../fixtures/import/restricted.pdf', import.meta.url));
    const outcome = await start().parse('a', 'a.pdf', bytes);
    expect(outcome.ok && outcome.value.paragraphs).toEqual([
      { kind: 'body', text: '全年培训5场。', heading: null },
    ]);
  });

  it('takes only the bytes it is given of a larger buffer', async () => {
    const whole = encode(`${report}${report}`);
    const outcome = await start().parse('a', 'a.txt', whole.subarray(0, whole.length / 2));
    expect(outcome).toEqual({ ok: true, value: parseText(report) });
  });

  it('leaves the main thread free', async () => {
    const { parse } = start();
    let parsing = true;
    let ticks = 0;
    const tick = () => {
      ticks += 1;
      if (parsing) setImmediate(tick);
    };
    setImmediate(tick);
    const outcome = await parse('a', 'a.txt', heavy);
    parsing = false;
    expect(outcome.ok).toBe(true);
    expect(ticks).toBeGreaterThan(100);
  });

  it('any number of files at once, each with its own answer', async () => {
    const { parse } = start({ atOnce: 2 });
    const texts = Array.from({ length: 7 }, (_, index) => `一、第${index}份\n全年培训${index + 1}场。`);
    const outcomes = await Promise.all(texts.map((text, index) => parse(`${index}`, 'a.txt', encode(text))));
    expect(outcomes).toEqual(texts.map((text) => ({ ok: true, value: parseText(text) })));
  });
});

describe('a process that only forgets to close', () => {
  it('ends all the same, and what the thread prints is not in its output', () => {
    const source = new URL('../../../../../src/main/core/import/parse-job.ts', import.meta.url).href;
    const script = `
      import { createParseJobs } from ${JSON.stringify(source)};
      const jobs = createParseJobs({ workerFile: ${JSON.stringify(failingWorker)} });
      const outcome = await jobs.parse('a', 'prints', new Uint8Array());
      console.log(outcome.error.code);`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { encoding: 'utf8', timeout: 20_000 },
    );
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'import.empty\n', stderr: '' });
  });
});

describe('bounds', () => {
  it('a file that takes too long', async () => {
    const { parse } = start({ timeLimitMilliseconds: 1 });
    expect(await parse('a', 'a.txt', heavy)).toEqual({
      ok: false,
      error: { code: 'import.tookTooLong', parameters: { name: 'a.txt' } },
    });
  });

  it.each(['heap', 'bytes'])('memory taken without end: %s', async (name) => {
    const { parse } = start({ workerFile: failingWorker, memoryLimitMegabytes: 48 });
    const before = process.memoryUsage.rss();
    expect(await parse('a', name, new Uint8Array())).toEqual({
      ok: false,
      error: { code: 'import.tooLarge', parameters: { name, limit: '48 MB' } },
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(1024 * 1024 * 1024);
  });

  it('a .pdf of a few thousand bytes that unpacks to 256 MB', async () => {
    const bytes = deflateSync(deflateSync(Buffer.alloc(256 * 1024 * 1024, ' ')));
    const bomb = pdfOf([[]], { packed: { filters: '/FlateDecode /FlateDecode', bytes } });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await start({ memoryLimitMegabytes: 128 }).parse('a', 'a.pdf', bomb)).toEqual({
      ok: false,
      error: { code: 'import.tooLarge', parameters: { name: 'a.pdf', limit: '128 MB' } },
    });
  });

  it('the importer itself under too little memory', async () => {
    const { parse } = start({ memoryLimitMegabytes: 24 });
    const outcome = await parse('a', 'a.txt', heavy);
    expect(outcome).toEqual({
      ok: false,
      error: { code: 'import.tooLarge', parameters: { name: 'a.txt', limit: '24 MB' } },
    });
  });
});

describe('failing threads', () => {
  it.each(['throws', 'exits'])(
    'a parser that fails over a file (%s) does so for that file alone',
    async (name) => {
      const { parse } = start({ workerFile: failingWorker });
      expect(await parse('a', name, new Uint8Array())).toEqual({
        ok: false,
        error: { code: 'import.damaged', parameters: { name } },
      });
      expect(await parse('a', 'works', new Uint8Array())).toMatchObject({ error: { code: 'import.empty' } });
    },
  );

  it('a thread that cannot be started is a bug, not a damaged file', async () => {
    const { parse } = start({ workerFile: join(import.meta.dirname, 'nothing-here.mjs') });
    await expect(parse('a', 'a.txt', encode(report))).rejects.toThrow('nothing-here');
  });
});

describe('cancelling', () => {
  const isCancelled = (name: string) => ({
    ok: false,
    error: { code: 'import.cancelled', parameters: { name } },
  });

  it('under way, waiting, and neither of the others', async () => {
    const { parse, cancel } = start({ workerFile: failingWorker, atOnce: 1 });
    const running = parse('a', 'hangs', new Uint8Array());
    const waiting = parse('b', 'hangs', new Uint8Array());
    const other = parse('c', 'works', new Uint8Array());
    cancel('b');
    expect(await waiting).toEqual(isCancelled('hangs'));
    cancel('a');
    expect(await running).toEqual(isCancelled('hangs'));
    expect(await other).toMatchObject({ error: { code: 'import.empty' } });
    cancel('c');
    cancel('unknown');
  });

  it('everything on closing, and whatever comes later', async () => {
    const { parse, close } = start({ workerFile: failingWorker, atOnce: 1 });
    const running = parse('a', 'hangs', new Uint8Array());
    const waiting = parse('b', 'works', new Uint8Array());
    close();
    expect(await running).toEqual(isCancelled('hangs'));
    expect(await waiting).toEqual(isCancelled('works'));
    expect(await parse('c', 'works', new Uint8Array())).toEqual(isCancelled('works'));
  });
});
