import type { CommandHandlers, QueryHandlers } from './kinds.ts';

export const previewQueries = {} satisfies Partial<QueryHandlers>;

export const previewCommands = {} satisfies Partial<CommandHandlers>;
