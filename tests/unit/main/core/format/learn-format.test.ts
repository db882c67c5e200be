/** A sample printed by a format tells that format back; what a sample does not tell stays the standard's. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../../../../src/main/core/export/document-docx.ts';
import { layOutReport } from '../../../../../src/main/core/export/layout.ts';
import { learnSampleFile } from '../../../../../src/main/core/format/learn-sample-file.ts';
import { documentFromTexts } from '../../../../../src/shared/domain/document.ts';
import { nationalStandardProfile } from '../../../../../src/shared/domain/format-profile.ts';
import type { FormatProfile } from '../../../../../src/shared/domain/format-profile-schema.ts';
import type { LearntField, LearntFormat } from '../../../../../src/shared/domain/learnt-format.ts';
import { chapter, trialBook, trialContent } from '../export/trial-report.ts';
import { anyFormat } from './any-format.ts';

const sentence = '干部轮流到12个村坐班，听取群众意见，把能办的事情当场办结，把不能办的原因讲明白。';
const chapters = [
  chapter('one', '工作成效', { position: 0, body: documentFromTexts([sentence.repeat(3)]) }),
  chapter('two', '化解矛盾纠纷', { parentId: 'one', body: documentFromTexts([sentence]) }),
  chapter('three', '村级调解', { parentId: 'two', body: documentFromTexts([sentence]) }),
  chapter('four', '人员配备', { parentId: 'three', body: documentFromTexts([sentence]) }),
  chapter('five', '存在问题', { position: 1, body: documentFromTexts([sentence.repeat(2)]) }),
];

async function printed(profile: FormatProfile, look: 'formal' | 'plain' = 'plain'): Promise<Uint8Array> {
  const layout = layOutReport(trialContent(chapters), trialBook(), { mode: 'formal', look, format: profile });
  return renderDocx(layout, profile);
}

function learn(bytes: Uint8Array): LearntFormat {
  const learnt = learnSampleFile('样稿.docx', bytes);
  if (!learnt.ok) throw new Error(learnt.error.code);
  return learnt.value;
}

function foundIn({ fields }: LearntFormat, field: LearntField) {
  return fields.find((one) => one.field === field)?.found ?? null;
}

/** What the screen lets a person set, without what only stands in for a missing font. */
function editable(profile: FormatProfile) {
  const { page, grid, characterSpacing, sizes, fonts, westernFont, indents, numbering, pageNumber } = profile;
  const roles = ['body', 'title', 'heading1', 'heading2', 'heading3', 'heading4', 'pageNumber'] as const;
  return {
    page,
    grid,
    characterSpacing,
    sizes: [sizes.body, sizes.title, sizes.pageNumber],
    fonts: roles.map((role) => [role, fonts[role].name, fonts[role].bold]),
    westernFont,
    firstLine: indents.firstLine,
    numbering,
    pageNumber,
    footerDistance: profile.footerDistance,
  };
}

describe('learnSampleFile', () => {
  it('gives back what a document was printed by, whatever the format', async () => {
    await fc.assert(
      fc.asyncProperty(anyFormat, async (profile) => {
        expect(editable(learn(await printed(profile)).profile)).toEqual(editable(profile));
      }),
      { numRuns: 60 },
    );
  });

  it('finds every field of our own document by the standard, and is sure of most', async () => {
    const learnt = learn(await printed(nationalStandardProfile));
    expect(editable(learnt.profile)).toEqual(editable(nationalStandardProfile));
    const open = learnt.fields.filter(({ found }) => found === null).map(({ field }) => field);
    expect(open).toEqual(['redHead']);
    expect(learnt.redHead).toBe(false);
    expect(foundIn(learnt, 'margins')).toEqual({ place: 'pageSetup', certainty: 'sure' });
    expect(foundIn(learnt, 'bodyFont')).toEqual({ place: 'direct', certainty: 'sure' });
    expect(foundIn(learnt, 'linePitch')).toEqual({ place: 'style', certainty: 'sure' });
  });

  it('sees the red head and its colour', async () => {
    const learnt = learn(
      await printed(
        {
          ...nationalStandardProfile,
          redHead: { ...nationalStandardProfile.redHead, color: 'E60012', mastheadSize: 84 },
        },
        'formal',
      ),
    );
    expect(learnt.redHead).toBe(true);
    expect(learnt.profile.redHead).toMatchObject({ color: 'E60012', mastheadSize: 84 });
  });
});
