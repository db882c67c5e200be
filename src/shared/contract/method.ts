/** What a method of the contract is, and the pieces that several of them share. */
import { z } from 'zod';

/**
 * `query` reads; `command` writes, in one transaction; `exclusive` exchanges the workspace itself, with no other call
 * under way; `host` belongs to the door (dialogs, files), not to the core.
 */
export type MethodKind = 'query' | 'command' | 'exclusive' | 'host';

export function method<K extends MethodKind, I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  input: I,
  output: O,
) {
  return { kind, input, output };
}

export const nothing = z.object({});
export const identified = z.object({ id: z.string().min(1) });
export const savedAt = z.object({ savedAt: z.iso.datetime() });

/** An unguessable name for one path that a person has handed to the program. */
export const grantSchema = z.string().min(1).max(64);
export const maximumFileBytes = 30 * 1024 * 1024;

export const fileSchema = z.object({ grant: grantSchema, name: z.string(), size: z.number().int().min(0) });
export type GrantedFile = z.infer<typeof fileSchema>;
