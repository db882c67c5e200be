/** The renderer's only way to the core: one typed call, carried by the window's bridge or by the loopback door. */
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract.ts';
import { type Failure, failed, type Outcome } from '../../shared/errors.ts';

export type Call = <M extends MethodName>(
  method: M,
  input: MethodInput<M>,
) => Promise<Outcome<MethodOutput<M>>>;

declare global {
  interface Window {
    /** Exposed by the Electron preload; absent in a browser. */
    readonly xiangbao?: { readonly call: Call };
  }
}

const transportKind = 'transport';

/**
 * The call never reached the core, or its answer was lost: `internal` with `kind: 'transport'`. Whether a command
 * was carried out is then unknown, so the caller may repeat it.
 */
function transportFailure(reason: string): { ok: false; error: Failure } {
  return failed('internal', { kind: transportKind, reason });
}

/** Whether the core could not be reached, in contrast to a core that answered with an error. */
export function isTransportFailure(failure: Failure): boolean {
  return failure.code === 'internal' && failure.parameters.kind === transportKind;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isOutcome(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
}

/** Calls over Electron's preload bridge; a bridge that throws counts as a lost call. */
export function createBridgeCall(bridge: { readonly call: Call }): Call {
  return async (method, input) => {
    try {
      return await bridge.call(method, input);
    } catch (error) {
      return transportFailure(reasonOf(error));
    }
  };
}

/** Calls over `POST /api/<method>` of the same origin; any answer that is no outcome counts as a lost call. */
export function createFetchCall(request: typeof fetch): Call {
  return async (method, input) => {
    try {
      const response = await request(`/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: 'same-origin',
        cache: 'no-store',
        body: JSON.stringify(input),
      });
      const answer = await response.json();
      return isOutcome(answer) ? answer : transportFailure(`HTTP ${response.status}`);
    } catch (error) {
      return transportFailure(reasonOf(error));
    }
  };
}

/** The call of this window, chosen once at start. */
export const call: Call =
  typeof window !== 'undefined' && window.xiangbao
    ? createBridgeCall(window.xiangbao)
    : createFetchCall((input, init) => fetch(input, init));
