import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../../../../build/loopback-edition/packed-file.ts';
import { tryVersion } from '../../../../../src/main/node/update/try-version.ts';
import { noCounts, smallVersion, type VersionBehaviour } from '../../../../support/small-edition.ts';
import { temporaryFolder } from '../../../../support/workspace.ts';

describe.skipIf(process.platform !== 'linux')('the trial of a version', () => {
  const attempt = async (behaviour: VersionBehaviour, limit?: number) => {
    const folder = temporaryFolder();
    writeFiles(folder, smallVersion('0.1.1', behaviour));
    const workspaceFolder = join(folder, 'workspace');
    mkdirSync(workspaceFolder);
    const tried = await tryVersion({
      folder,
      workspaceFolder,
      edition: { platform: 'linux' },
      announced: '0.1.1',
      held: { ...noCounts, chapters: 7 },
      environment: { PATH: process.env.PATH, NODE_OPTIONS: '--bad-option' },
      ...(limit !== undefined && { limit }),
    });
    return tried.ok ? null : String(tried.error.parameters.reason);
  };
  const found = (chapters: number) => JSON.stringify({ version: '0.1.1', counts: { ...noCounts, chapters } });

  it('is passed by one that finds all there was, or more', async () => {
    expect(await attempt({ answer: found(7) })).toBeNull();
    expect(await attempt({ answer: found(8) })).toBeNull();
  });

  it('says what was wrong', async () => {
    expect(await attempt({ answer: found(6) })).toBe('chapters: 7 → 6');
    expect(await attempt({ selfCheck: 'echo "资料库打不开" >&2; exit 1' })).toBe('资料库打不开');
    expect(await attempt({ selfCheck: 'exit 7' })).toBe('7');
    expect(await attempt({ selfCheck: 'kill -9 $$' })).toBe('SIGKILL');
    expect(await attempt({ answer: 'no JSON' })).toBe('not an answer: no JSON');
    expect(await attempt({ selfCheck: 'printf "%s" "$NODE_OPTIONS"; exit 1' })).toBe('1');
  });

  it('ends one that does not come back', async () => {
    expect(await attempt({ selfCheck: 'exec sleep 60' }, 300)).toBe('timeout');
  });
});
