/** Every query and command of the contract has its handler here; the compiler names one that is missing. */
import { activityQueries } from './activity.ts';
import { attachmentQueries } from './attachments.ts';
import { backupExclusives, backupQueries } from './backups.ts';
import { chapterCommands } from './chapters.ts';
import { exchangeCommands, exchangePreparations, exchangeQueries } from './exchange.ts';
import { exportCommands, exportPreparations, exportQueries } from './exports.ts';
import { findingCommands, findingQueries } from './findings.ts';
import { fontQueries } from './fonts.ts';
import { formatProfileCommands, formatProfileQueries } from './format-profiles.ts';
import { historyCommands, historyQueries } from './history.ts';
import { importCommands, importPreparations, importQueries } from './imports.ts';
import { indicatorCommands, indicatorQueries } from './indicators.ts';
import { journalCommands, journalQueries } from './journal.ts';
import type { CommandHandlers, ExclusiveHandlers, Preparations, QueryHandlers } from './kinds.ts';
import { mappingCommands, mappingQueries } from './mapping.ts';
import { numberCommands } from './numbers.ts';
import { previewCommands, previewQueries } from './preview.ts';
import { promiseCommands, promiseQueries } from './promises.ts';
import { proposalCommands, proposalQueries } from './proposals.ts';
import { recoveryQueries } from './recovery.ts';
import { reportCommands, reportQueries } from './reports.ts';
import { returnedCommands, returnedPreparations, returnedQueries } from './returned.ts';
import { rollCommands, rollQueries } from './roll.ts';
import { sampleCommands, sampleExclusives, sampleQueries } from './sample.ts';
import { submissionCommands, submissionPreparations, submissionQueries } from './submission.ts';
import { supportQueries } from './support.ts';
import { workspaceCommands, workspaceQueries } from './workspace.ts';

export const queryHandlers = {
  ...workspaceQueries,
  ...indicatorQueries,
  ...reportQueries,
  ...rollQueries,
  ...promiseQueries,
  ...importQueries,
  ...mappingQueries,
  ...proposalQueries,
  ...attachmentQueries,
  ...exportQueries,
  ...findingQueries,
  ...exchangeQueries,
  ...historyQueries,
  ...activityQueries,
  ...backupQueries,
  ...journalQueries,
  ...recoveryQueries,
  ...returnedQueries,
  ...formatProfileQueries,
  ...submissionQueries,
  ...previewQueries,
  ...fontQueries,
  ...sampleQueries,
  ...supportQueries,
} satisfies QueryHandlers;

export const commandHandlers = {
  ...workspaceCommands,
  ...reportCommands,
  ...chapterCommands,
  ...numberCommands,
  ...indicatorCommands,
  ...rollCommands,
  ...promiseCommands,
  ...importCommands,
  ...mappingCommands,
  ...proposalCommands,
  ...findingCommands,
  ...sampleCommands,
  ...exportCommands,
  ...exchangeCommands,
  ...historyCommands,
  ...journalCommands,
  ...returnedCommands,
  ...formatProfileCommands,
  ...submissionCommands,
  ...previewCommands,
} satisfies CommandHandlers;

export const preparations = {
  ...importPreparations,
  ...exchangePreparations,
  ...exportPreparations,
  ...returnedPreparations,
  ...submissionPreparations,
} satisfies Preparations;

export const exclusiveHandlers = { ...backupExclusives, ...sampleExclusives } satisfies ExclusiveHandlers;
