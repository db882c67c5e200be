/**
 * Expected failures are values: a code with parameters crosses the door, the reader's language is added there.
 * Every code has a sentence `errors.<code>` in each locale, which says what happened, to what, and what to do.
 */
import { z } from 'zod';

export const errorCodes = [
  'input.invalid',
  'method.unknown',
  'host.unsupported',
  'file.grantUnknown',
  'file.notFound',
  'file.unreadable',
  'file.tooLarge',
  'file.diskFull',
  'file.readOnly',
  'file.writeFailed',
  'door.portTaken',
  'workspace.notWritable',
  'workspace.locked',
  'workspace.notDatabase',
  'workspace.damaged',
  'workspace.missing',
  'workspace.newer',
  'workspace.readOnly',
  'workspace.noRoom',
  'storage.full',
  'storage.readOnly',
  'storage.failed',
  'storage.busy',
  'storage.gone',
  'storage.otherWorkspace',
  'journal.notWritten',
  'journal.notFound',
  'journal.reportGone',
  'organization.missing',
  'report.notFound',
  'report.exists',
  'report.final',
  'report.previousNotFound',
  'chapter.notFound',
  'chapter.conflict',
  'chapter.tooDeep',
  'chapter.attachmentPlace',
  'template.notFound',
  'template.invalid',
  'outline.notFound',
  'indicator.notFound',
  'indicator.nameTaken',
  'indicator.formulaUnreadable',
  'indicator.formulaUnits',
  'indicator.cycle',
  'indicator.footingImpossible',
  'indicator.meaningChanges',
  'indicator.hidesNumbers',
  'indicator.inUse',
  'topic.notFound',
  'topic.nameTaken',
  'office.notFound',
  'observation.computed',
  'observation.notNumber',
  'observation.notDate',
  'observation.otherUnit',
  'observation.negative',
  'observation.notWhole',
  'observation.tooManyDigits',
  'observation.grouping',
  'observation.numeral',
  'observation.approximate',
  'sample.workspaceNotEmpty',
  'sample.notThere',
  'sample.ownReports',
  'import.empty',
  'import.unsupported',
  'import.damaged',
  'import.encrypted',
  'import.tooLarge',
  'import.yearUnknown',
  'import.noText',
  'import.cancelled',
  'import.tookTooLong',
  'import.unaccounted',
  'import.changedMeanwhile',
  'attachment.notFound',
  'attachment.damaged',
  'promise.notFound',
  'promise.reasonMissing',
  'finding.reasonMissing',
  'export.unresolved',
  'export.imprintMissing',
  'export.writeFailed',
  'export.readBackDiffers',
  'pdf.noEngine',
  'pdf.failed',
  'pdf.timedOut',
  'submission.busy',
  'submission.cancelled',
  'submission.nameNotAllowed',
  'submission.nameTooLong',
  'submission.fileTooLarge',
  'submission.pathTooLong',
  'submission.notEnoughSpace',
  'submission.driveReadOnly',
  'submission.driveGone',
  'submission.notOurs',
  'submission.inUse',
  'submission.writeFailed',
  'submission.readBackDiffers',
  'submission.interrupted',
  'submission.oldRemains',
  'submission.twoVersions',
  'submission.tooManyNumbers',
  'submission.noneThere',
  'submission.tooManyFiles',
  'submission.manifestMissing',
  'submission.manifestUnreadable',
  'submission.manifestNewer',
  'submission.archiveDamaged',
  'submission.archiveTooLarge',
  'formatProfile.notFound',
  'formatProfile.nameTaken',
  'formatProfile.inUse',
  'formatProfile.impossible',
  'formatProfile.noSample',
  'formatProfile.notDocx',
  'formatProfile.unreadable',
  'formatProfile.tooLarge',
  'exchange.nothingToAsk',
  'exchange.encrypted',
  'exchange.otherFormat',
  'exchange.noTable',
  'exchange.otherUnit',
  'exchange.newer',
  'exchange.damaged',
  'exchange.tooLarge',
  'exchange.tookTooLong',
  'exchange.twiceDecided',
  'exchange.notTakeable',
  'exchange.changedMeanwhile',
  'exchange.emptyFolder',
  'history.notFound',
  'history.damaged',
  'backup.notFound',
  'backup.damaged',
  'backup.differs',
  'recovery.notNeeded',
  'recovery.nothingReadable',
  'recovery.noBackup',
  'returned.notDocx',
  'returned.damaged',
  'returned.encrypted',
  'returned.tooLarge',
  'returned.tookTooLong',
  'returned.otherReport',
  'returned.notThisReport',
  'returned.changedMeanwhile',
  'returned.twoNumbers',
  'returned.fileNotFound',
  'protection.notProtected',
  'protection.damagedHead',
  'protection.newer',
  'protection.incomplete',
  'protection.tooLong',
  'protection.otherContents',
  'protection.needsPassword',
  'protection.wrongPassword',
  'protection.damaged',
  'protection.passwordTooShort',
  'internal',
] as const;

export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

export const errorParametersSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export type ErrorParameters = z.infer<typeof errorParametersSchema>;

export const failureSchema = z.object({ code: errorCodeSchema, parameters: errorParametersSchema });
export type Failure = z.infer<typeof failureSchema>;

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** The outcome of what succeeded. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** The outcome of an expected failure. */
export function failed(code: ErrorCode, parameters: ErrorParameters = {}): { ok: false; error: Failure } {
  return { ok: false, error: { code, parameters } };
}

/**
 * Thrown inside a transaction to roll it back with an expected failure, and caught once, in `app.call`.
 * Nothing outside the core sees it.
 */
export class ExpectedFailure extends Error {
  readonly failure: Failure;

  constructor(code: ErrorCode, parameters: ErrorParameters = {}) {
    super(code);
    this.name = 'ExpectedFailure';
    this.failure = { code, parameters };
  }
}
