import type { CommandHandlers, QueryHandlers } from './kinds.ts';

export const formatProfileQueries = {} satisfies Partial<QueryHandlers>;

export const formatProfileCommands = {} satisfies Partial<CommandHandlers>;
