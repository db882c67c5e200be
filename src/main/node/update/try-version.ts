/** A version that is not yet in use, run on a copy of the workspace. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { done, failed, type Outcome } from '../../../shared/errors.ts';
import { type Edition, editionFiles, runtimeName } from '../edition/edition-layout.ts';

/** What `xiangbao self-check --json` prints: the promise between one version and the next. */
export const selfCheckSchema = z.object({
  version: z.string(),
  counts: z.object({
    reports: z.int(),
    chapters: z.int(),
    observations: z.int(),
  }),
});

export type SelfCheck = z.output<typeof selfCheckSchema>;

export interface TrialOptions {
  /** The version's folder, wherever it stands. */
  folder: string;
  /** A workspace that nobody needs: it will be migrated. */
  workspaceFolder: string;
  edition: Pick<Edition, 'platform'>;
  announced: string;
  /** What the workspace held; `null`: there was none. */
  held: SelfCheck['counts'] | null;
  environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds until it is ended. A large workspace is migrated and counted in seconds. */
  limit?: number;
}

const ownLimit = 5 * 60 * 1000;
const longestReason = 400;

/**
 * Runs the version's own runtime and command line: it must open, migrate and read the workspace, find no less in it than
 * there was, and call itself what the update announced. Failure: update.trialFailed with `version` and `reason`.
 */
export async function tryVersion(options: TrialOptions): Promise<Outcome<null>> {
  const { folder, workspaceFolder, edition, announced, held } = options;
  const answer = await selfCheck(
    join(folder, editionFiles.runtime, runtimeName(edition.platform)),
    [
      join(folder, editionFiles.program, 'dist/main/cli.mjs'),
      'self-check',
      '--data',
      workspaceFolder,
      '--json',
    ],
    options,
  );
  const refuse = (reason: string) => failed('update.trialFailed', { version: announced, reason });
  if (typeof answer === 'string') return refuse(answer);
  if (answer.version !== announced) return refuse(`version ${answer.version}`);
  for (const [what, count] of Object.entries(held ?? {})) {
    const found = answer.counts[what as keyof SelfCheck['counts']];
    if (found < count) return refuse(`${what}: ${count} → ${found}`);
  }
  return done(null);
}

/** What it printed; or why there is nothing, as a technician wants to read it. */
function selfCheck(
  command: string,
  words: readonly string[],
  options: TrialOptions,
): Promise<SelfCheck | string> {
  const { folder, environment, limit = ownLimit } = options;
  return new Promise((resolve) => {
    execFile(
      command,
      words,
      {
        cwd: folder,
        // Nothing of this version's own runtime is to reach the other one's.
        env: { ...environment, NODE_OPTIONS: undefined, XIANGBAO_LANGUAGE: 'zh-CN' },
        timeout: limit,
        killSignal: 'SIGKILL',
        windowsHide: true,
        maxBuffer: 1024 * 1024,
      },
      (error, output, complaint) => {
        if (error !== null) {
          const { code, killed } = error;
          const said =
            complaint.trim() || output.trim() || String(killed ? 'timeout' : (code ?? error.signal));
          resolve(said.slice(0, longestReason));
          return;
        }
        resolve(readAnswer(output) ?? `not an answer: ${output.slice(0, 80)}`);
      },
    );
  });
}

function readAnswer(output: string): SelfCheck | null {
  try {
    return selfCheckSchema.parse(JSON.parse(output));
  } catch {
    return null;
  }
}
