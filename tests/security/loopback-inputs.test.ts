/** Bodies made to exhaust or to confuse, sent with a valid session to a real core: an answer, no change, and it serves on. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestApp } from '../support/workspace.ts';
import { openLoopback } from './loopback.ts';

async function openDoor() {
  const { app } = await openTestApp();
  const door = await openLoopback({}, app);
  onTestFinished(() => door.close());
  const post = async (method: string, body: string) => {
    const headers = {
      'Content-Type': 'application/json',
      Origin: `http://127.0.0.1:${door.port}`,
      Cookie: door.cookie,
    };
    const answer = await door.send({ method: 'POST', path: `/api/${method}`, headers, body });
    return { status: answer.status, outcome: JSON.parse(answer.body) };
  };
  return { post };
}

const arrays = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const nodes = (depth: number) => '{"type":"doc","content":['.repeat(depth) + ']}'.repeat(depth);
const unit = (name: string, more = '') =>
  `{"name":"${name}","abbreviation":"云政","county":"宁川县","addressee":"县委"${more}}`;
const body = (value: string) => `{"id":"x","revision":1,"body":${value}}`;

describe('a body', () => {
  // The test's own time limit is the bound: none of these may keep the program from everybody else.
  it.each([
    ['of arrays within arrays', 'chapter.saveBody', () => arrays(3_900_000)],
    ['of a document of arrays', 'chapter.saveBody', () => body(arrays(3_900_000))],
    ['of objects within objects', 'numbers.set', () => `{"observations":${objects(1_500_000)}}`],
    ['of documents within documents', 'chapter.saveBody', () => body(nodes(300_000))],
    [
      'of millions of nothings',
      'chapter.saveBody',
      () => body(`{"type":"doc","content":[${'{},'.repeat(1_500_000)}{}]}`),
    ],
    ['of millions of numbers', 'numbers.set', () => `{"observations":[${'0,'.repeat(6_000_000)}0]}`],
    ['of one name a million times', 'import.commit', () => `{${'"grant":1,'.repeat(1_000_000)}"grant":2}`],
    [
      'of half a million names',
      'import.commit',
      () => `{${Array.from({ length: 500_000 }, (_, index) => `"k${index}":1`).join()}}`,
    ],
    [
      'of a number of many digits',
      'chapter.saveBody',
      () => `{"id":"x","revision":${'9'.repeat(5_000_000)},"body":null}`,
    ],
    [
      'of a number beyond all numbers',
      'chapter.saveBody',
      () => '{"id":"x","revision":1e999999,"body":null}',
    ],
    ['of a long text where a short one belongs', 'organization.save', () => unit('长'.repeat(80_000))],
    ['of escapes', 'organization.save', () => unit('\\u0000'.repeat(40_000))],
    [
      'of a file that is no base64',
      'host.receiveFile',
      () => `{"name":"a","base64":"${'A'.repeat(1_000_001)}*"}`,
    ],
    [
      'of a file with a name without end',
      'host.receiveFile',
      () => `{"name":"${'a'.repeat(200_000)}","base64":""}`,
    ],
    ['that is no object', 'chapter.saveBody', () => '"text"'],
    ['that is null', 'chapter.saveBody', () => 'null'],
    ['with a prototype', 'organization.save', () => '{"__proto__":{"name":"x","polluted":1}}'],
    ['with a constructor', 'organization.save', () => '{"constructor":{"prototype":{"polluted":1}}}'],
  ])('%s is refused by its place, and the program serves on', async (_what, method, text) => {
    const { post } = await openDoor();
    const { status, outcome } = await post(method, text());
    expect([status, outcome.ok, outcome.error?.code]).toEqual([200, false, 'input.invalid']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    const after = await post('workspace.status', '{}');
    expect(after.outcome).toMatchObject({ ok: true, value: { reports: [] } });
  });

  it('of an accepted shape keeps no prototype that it brings along', async () => {
    const { post } = await openDoor();
    const { outcome } = await post(
      'organization.save',
      unit('云溪镇人民政府', ',"__proto__":{"polluted":1},"toString":"x"'),
    );
    expect([outcome.ok, Reflect.get({}, 'polluted')]).toEqual([true, undefined]);
    const { outcome: told } = await post('workspace.status', '{}');
    expect(told.value.organization).toMatchObject({ name: '云溪镇人民政府' });
    expect(Object.keys(told.value.organization)).not.toContain('toString');
  });

  it('that says one thing twice means the last, whoever reads it', async () => {
    const { post } = await openDoor();
    await post('organization.save', unit('甲镇人民政府', ',"name":"乙镇人民政府"'));
    const { outcome } = await post('workspace.status', '{}');
    expect(outcome.value.organization.name).toBe('乙镇人民政府');
  });
});
