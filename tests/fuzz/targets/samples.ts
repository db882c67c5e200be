/** The sample document of which a format is learnt. */
import { learnSampleFile } from '../../../src/main/core/format/learn-sample-file.ts';
import { learntFields, learntFormatSchema } from '../../../src/shared/domain/learnt-format.ts';
import { mutateZip } from '../mutate/zip.ts';
import { docxSeeds, plainReport } from '../seeds/documents.ts';
import { type FuzzTarget, mustHold } from '../target.ts';

export const sampleTarget: FuzzTarget = {
  name: 'sample',
  async prepare() {
    const seeds = [...(await docxSeeds()), await plainReport()];
    return {
      make: (random) => ({
        name: '范本.docx',
        bytes: mutateZip(
          random.pick(seeds),
          random,
          /word\/(document|styles|numbering|footer\d*|theme.*)\.xml$/,
        ),
      }),
      attempt({ name, bytes }) {
        const outcome = learnSampleFile(name, bytes);
        if (!outcome.ok) return 'refused';
        const checked = learntFormatSchema.safeParse(outcome.value);
        mustHold(checked.success, `a learnt format can be kept: ${checked.error?.issues[0]?.path.join('.')}`);
        const fields = outcome.value.fields.map(({ field }) => field);
        mustHold(fields.join() === learntFields.join(), 'each field is told once, in order');
        return 'accepted';
      },
    };
  },
};
