/** Every query and command of the contract has its handler here; the compiler names one that is missing. */
import { chapterCommands } from './chapters.ts';
import { exportQueries } from './exports.ts';
import { importCommands, importQueries } from './imports.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';
import { numberCommands } from './numbers.ts';
import { reportCommands, reportQueries } from './reports.ts';
import { sampleCommands } from './sample.ts';
import { workspaceCommands, workspaceQueries } from './workspace.ts';

export const queryHandlers = {
  ...workspaceQueries,
  ...reportQueries,
  ...importQueries,
  ...exportQueries,
} satisfies QueryHandlers;

export const commandHandlers = {
  ...workspaceCommands,
  ...reportCommands,
  ...chapterCommands,
  ...numberCommands,
  ...importCommands,
  ...sampleCommands,
} satisfies CommandHandlers;
