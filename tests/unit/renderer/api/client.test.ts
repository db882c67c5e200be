import { describe, expect, it } from 'vitest';
import {
  createBridgeCall,
  createFetchCall,
  isTransportFailure,
} from '../../../../src/renderer/api/client.ts';

describe('fetch call', () => {
  it('posts the input as JSON and hands on the outcome', async () => {
    const requests: [unknown, RequestInit | undefined][] = [];
    const call = createFetchCall(async (address, init) => {
      requests.push([address, init]);
      return Response.json(
        { ok: false, error: { code: 'report.notFound', parameters: {} } },
        { status: 404 },
      );
    });
    const outcome = await call('report.read', { id: 'x' });
    expect(outcome).toEqual({ ok: false, error: { code: 'report.notFound', parameters: {} } });
    expect(requests[0]?.[0]).toBe('/api/report.read');
    expect(requests[0]?.[1]).toMatchObject({ method: 'POST', body: '{"id":"x"}' });
  });

  it.each([
    ['a dead server', async () => Promise.reject(new TypeError('Failed to fetch'))],
    ['a page that is no answer', async () => new Response('<html>', { status: 502 })],
    ['JSON that is no outcome', async () => Response.json({ message: 'no' })],
  ])('takes %s as a lost call', async (_name, request) => {
    const outcome = await createFetchCall(request)('numbers.read', {});
    expect(!outcome.ok && isTransportFailure(outcome.error)).toBe(true);
  });
});

it('takes a bridge that throws as a lost call', async () => {
  const call = createBridgeCall({ call: () => Promise.reject(new Error('gone')) });
  const outcome = await call('numbers.read', {});
  expect(!outcome.ok && isTransportFailure(outcome.error)).toBe(true);
});
