import { z } from 'zod';
import { mostPasswordLength } from '../domain/protection/password.ts';

/** As it was typed. It is used and forgotten: never kept, logged, or part of an answer. Null where there is none. */
export const passwordSchema = z.string().min(1).max(mostPasswordLength).nullable().default(null);
