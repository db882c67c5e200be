import type { CommandHandlers, QueryHandlers } from './kinds.ts';

export const submissionQueries = {} satisfies Partial<QueryHandlers>;

export const submissionCommands = {} satisfies Partial<CommandHandlers>;
