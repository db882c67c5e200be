import { describe, expect, it } from 'vitest';
import { parseReportFile } from '../../../../src/main/core/import/import-file.ts';
import { bodyLimit, isJsonContentType, parseBody } from '../../../../src/main/http/body.ts';
import { contract, maximumFileBytes } from '../../../../src/shared/contract.ts';
import { done, failed } from '../../../../src/shared/errors.ts';

describe('isJsonContentType', () => {
  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
  ])('takes %s', (type) => {
    expect(isJsonContentType(type)).toBe(true);
  });

  it.each([
    undefined,
    '',
    'text/plain',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=application/json',
    'application/jsonp',
    'application/json; charset=utf-16',
    ' application/json',
  ])('refuses %j', (type) => {
    expect(isJsonContentType(type)).toBe(false);
  });
});

describe('bodyLimit', () => {
  it('lets the largest file of the contract through, and gives other methods less', () => {
    const largest = JSON.stringify({
      name: '报'.repeat(255),
      base64: 'A'.repeat(Math.ceil(maximumFileBytes / 3) * 4),
    });
    expect(bodyLimit('host.receiveFile')).toBeGreaterThanOrEqual(Buffer.byteLength(largest));
    const others = Object.keys(contract).filter((method) => method !== 'host.receiveFile');
    for (const method of [...others, 'nothing', '__proto__']) {
      expect(bodyLimit(method)).toBeLessThanOrEqual(32 * 1024 * 1024);
    }
  });
});

describe('parseBody', () => {
  it('reads JSON in UTF-8', () => {
    expect(parseBody(Buffer.from('{"名":[1]}'), 'm')).toEqual(done({ 名: [1] }));
  });

  it.each([Buffer.from(''), Buffer.from('{'), Buffer.from([0x22, 0xff, 0x22])])('refuses %j', (bytes) => {
    expect(parseBody(bytes, 'm')).toEqual(failed('input.invalid', { name: 'm', place: '' }));
  });
});

it('the largest report that can be read can also be committed, with what the person made of it', () => {
  const line = '全年培训8场、240余人次，发放资料3万余份。\n';
  const text = line.repeat(4900);
  const outcome = parseReportFile('大.txt', new TextEncoder().encode(text));
  if (!outcome.ok) throw new Error(outcome.error.code);
  const body = JSON.stringify({ grant: 'g', templateKey: 't', year: 2023, parsed: outcome.value });
  expect(Buffer.byteLength(body)).toBeLessThan(bodyLimit('import.commit') / 3);
});
