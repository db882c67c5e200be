/** The one way from a door to the program: the door's own methods here, everything else to the core. */
import type { z } from 'zod';
import { contract, isMethodName, type MethodName } from '../../shared/contract.ts';
import { failed, type Outcome } from '../../shared/errors.ts';
import type { Log } from '../core/ports.ts';
import type { HostMethodName, HostMethods } from './host-methods.ts';

export type Dispatch = (method: string, input: unknown) => Promise<Outcome<unknown>>;

/** The part of the core's `App` a door needs. */
export interface CallableApp {
  call(method: string, input: unknown): Promise<Outcome<unknown>>;
}

/**
 * Makes the function that every door hands its requests to. Errors: method.unknown, input.invalid, those of the
 * methods, and `internal` for a bug, which is logged by method and error kind, never with contents.
 */
export function createDispatcher(app: CallableApp, host: HostMethods, log: Log): Dispatch {
  return async (method, input) => {
    if (!isMethodName(method)) {
      return failed('method.unknown', { name: method.slice(0, 80) });
    }
    try {
      return isHostMethod(method) ? await callHost(host, method, input) : await app.call(method, input);
    } catch (error) {
      log.warn('call.failed', { method, ...describeBug(error) });
      return failed('internal', { name: method });
    }
  };
}

function isHostMethod(method: MethodName): method is HostMethodName {
  return contract[method].kind === 'host';
}

async function callHost<M extends HostMethodName>(
  host: HostMethods,
  method: M,
  input: unknown,
): Promise<Outcome<unknown>> {
  const schema: z.ZodType = contract[method].input;
  const parsed = schema.safeParse(input ?? {});
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    return failed('input.invalid', { name: method, place });
  }
  const handler: (input: never) => Outcome<unknown> | Promise<Outcome<unknown>> = host[method];
  // Parsed by the schema of that very name, to which the compiler holds the handler.
  return await handler(parsed.data as never);
}

/** An error's message may quote what a person wrote; its kind and the place in the program do not. */
function describeBug(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) {
    return { error: typeof error };
  }
  const place = error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  return { error: error.name, place: place.replace(/^.*[\\/(]/, '').replace(/\)$/, '') };
}
