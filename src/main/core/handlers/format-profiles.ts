import type { StoredFormat } from '../../../shared/contract/format-profile-methods.ts';
import { formatProblems } from '../../../shared/domain/format-problems.ts';
import { nationalStandardProfile } from '../../../shared/domain/format-profile.ts';
import type { FormatProfile } from '../../../shared/domain/format-profile-schema.ts';
import type { Report } from '../../../shared/domain/model.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import type { ReadContext } from '../context.ts';
import {
  type KeptFormat,
  readFormat,
  readFormats,
  readFormatUses,
  setFormatRemoved,
  writeFormat,
} from '../storage/queries/format-profiles.ts';
import { readReport } from '../storage/queries/reports.ts';
import type { CommandHandlers, QueryHandlers } from './kinds.ts';

const nationalStandard: StoredFormat = { id: null, name: '', profile: nationalStandardProfile };

type Reader = Pick<ReadContext, 'database'>;

/** The format kept under that id, in sight or not. Throws `formatProfile.notFound`. */
export function requireFormat(context: Reader, id: string): KeptFormat {
  const format = readFormat(context.database, id);
  if (format === null) throw new ExpectedFailure('formatProfile.notFound');
  return format;
}

/** The format a report is shown and printed by. */
export function formatOf(context: Reader, report: Pick<Report, 'formatProfileId'>): FormatProfile {
  return report.formatProfileId === null
    ? nationalStandardProfile
    : requireFormat(context, report.formatProfileId).profile;
}

function requireFreeName(context: Reader, name: string, except: string | null): void {
  const taken = readFormats(context.database).some((format) => format.name === name && format.id !== except);
  if (taken) throw new ExpectedFailure('formatProfile.nameTaken', { name });
}

/** The screen tells each problem before; this keeps out what no page can be made by. */
function requirePossible(profile: FormatProfile, name: string): void {
  const count = formatProblems(profile).length;
  if (count > 0) throw new ExpectedFailure('formatProfile.impossible', { name, count });
}

export const formatProfileQueries = {
  'formatProfile.list': (context) => {
    const uses = readFormatUses(context.database);
    const formats = readFormats(context.database).map((format) => ({
      ...format,
      usedBy: uses.get(format.id) ?? [],
    }));
    return { formats: [{ ...nationalStandard, usedBy: [] }, ...formats] };
  },

  'formatProfile.read': (context, { id }) => (id === null ? nationalStandard : requireFormat(context, id)),

  'formatProfile.ofReport': (context, { reportId }) => {
    const report = readReport(context.database, reportId);
    if (report === null) throw new ExpectedFailure('report.notFound');
    const { formatProfileId } = report;
    return formatProfileId === null ? nationalStandard : requireFormat(context, formatProfileId);
  },

  'formatProfile.learn': async (context, { grant }) => {
    const learnt = await context.sampleFiles.learn(grant);
    if (!learnt.ok) throw new ExpectedFailure(learnt.error.code, learnt.error.parameters);
    return learnt.value;
  },
} satisfies Partial<QueryHandlers>;

export const formatProfileCommands = {
  'formatProfile.create': (context, { name, profile }) => {
    requireFreeName(context, name, null);
    requirePossible(profile, name);
    const id = context.newId();
    writeFormat(context.database, { id, name, profile: { ...profile, key: id } }, context.now);
    return { id, savedAt: context.now };
  },

  'formatProfile.update': (context, { id, name, profile }) => {
    const before = requireFormat(context, id);
    const after = {
      id,
      name: name ?? before.name,
      profile: profile === undefined ? before.profile : { ...profile, key: id },
    };
    requireFreeName(context, after.name, id);
    requirePossible(after.profile, after.name);
    writeFormat(context.database, after, context.now);
    return { before, savedAt: context.now };
  },

  'formatProfile.remove': (context, { id }) => {
    const { name } = requireFormat(context, id);
    const titles = readFormatUses(context.database).get(id) ?? [];
    if (titles.length > 0) {
      throw new ExpectedFailure('formatProfile.inUse', {
        name,
        count: titles.length,
        titles: titles
          .slice(0, 3)
          .map((title) => `《${title}》`)
          .join(''),
      });
    }
    setFormatRemoved(context.database, id, context.now);
    return { savedAt: context.now };
  },

  'formatProfile.restore': (context, { id }) => {
    requireFreeName(context, requireFormat(context, id).name, id);
    setFormatRemoved(context.database, id, null);
    return { savedAt: context.now };
  },
} satisfies Partial<CommandHandlers>;
