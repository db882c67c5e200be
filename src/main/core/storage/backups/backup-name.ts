/** Names of backups: when and why, so that a folder tells its own story and foreign files are never taken for ours. */
import { join } from 'node:path';

export const backupFolderName = '备份';

export function backupFolderOf(workspaceFolder: string): string {
  return join(workspaceFolder, backupFolderName);
}

export const backupReasons = ['automatic', 'manual', 'beforeRestore', 'beforeUpgrade'] as const;
export type BackupReason = (typeof backupReasons)[number];

const words: Record<Exclude<BackupReason, 'beforeUpgrade'>, string> = {
  automatic: '自动',
  manual: '手动',
  beforeRestore: '恢复前',
};
/** Before an upgrade the version that the file is at follows. */
const upgradeWord = '升级前';

export interface BackupName {
  /** The file's name, which is also the backup's identity. */
  id: string;
  at: Date;
  reason: BackupReason;
}

/** `2025-01-06T01-00-01-000Z-自动.xbdb`; UTC, so that names sort by time. `count` above 1 tells namesakes apart. */
export function backupName(at: Date, reason: BackupReason, version: number, count = 1): string {
  const stamp = at.toISOString().replaceAll(/[:.]/g, '-');
  const why = reason === 'beforeUpgrade' ? `${upgradeWord}-${version}` : words[reason];
  return `${stamp}-${why}${count > 1 ? `-第${count}份` : ''}.xbdb`;
}

const pattern =
  /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-(自动|手动|恢复前|升级前-\d+)(?:-第?\d+份?)?\.xbdb$/;

/** Null for a name that this program does not give. */
export function parseBackupName(name: string): BackupName | null {
  const match = pattern.exec(name);
  if (match === null) return null;
  const [, day, hour, minute, second, milliseconds, why = ''] = match;
  const at = new Date(`${day}T${hour}:${minute}:${second}.${milliseconds}Z`);
  if (Number.isNaN(at.getTime())) return null;
  const reason = backupReasons.find((one) => one !== 'beforeUpgrade' && words[one] === why);
  return { id: name, at, reason: reason ?? 'beforeUpgrade' };
}
