/** Every query and command of the contract has its handler here; the compiler names one that is missing. */
import { attachmentQueries } from './attachments.ts';
import { chapterCommands } from './chapters.ts';
import { exportQueries } from './exports.ts';
import { importCommands, importPreparations, importQueries } from './imports.ts';
import { indicatorCreateCommands } from './indicator-create.ts';
import type { CommandHandlers, Preparations, QueryHandlers } from './kinds.ts';
import { mappingCommands, mappingQueries } from './mapping.ts';
import { numberCommands } from './numbers.ts';
import { promiseCommands, promiseQueries } from './promises.ts';
import { proposalCommands, proposalQueries } from './proposals.ts';
import { reportCommands, reportQueries } from './reports.ts';
import { rollCommands, rollQueries } from './roll.ts';
import { sampleCommands } from './sample.ts';
import { workspaceCommands, workspaceQueries } from './workspace.ts';

export const queryHandlers = {
  ...workspaceQueries,
  ...reportQueries,
  ...rollQueries,
  ...promiseQueries,
  ...importQueries,
  ...mappingQueries,
  ...proposalQueries,
  ...attachmentQueries,
  ...exportQueries,
} satisfies QueryHandlers;

export const commandHandlers = {
  ...workspaceCommands,
  ...reportCommands,
  ...chapterCommands,
  ...numberCommands,
  ...indicatorCreateCommands,
  ...rollCommands,
  ...promiseCommands,
  ...importCommands,
  ...mappingCommands,
  ...proposalCommands,
  ...sampleCommands,
} satisfies CommandHandlers;

export const preparations = { ...importPreparations } satisfies Preparations;
