import type { CommandHandlers, QueryHandlers } from './kinds.ts';

export const returnedQueries = {} satisfies Partial<QueryHandlers>;

export const returnedCommands = {} satisfies Partial<CommandHandlers>;
