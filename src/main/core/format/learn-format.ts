/**
 * A format proposed from a sample .docx of the recipient: what most of its characters and paragraphs say, the national
 * standard where it says nothing. Nothing is taken over silently: each field tells where it was found and how sure that is.
 */
import { fontChoiceOf } from '../../../shared/domain/font-choice.ts';
import {
  type FormatProfile,
  nationalStandardProfile,
  pageNumberLineHeight,
} from '../../../shared/domain/format-profile.ts';
import { type FontRole, formatProfileSchema } from '../../../shared/domain/format-profile-schema.ts';
import { withFittingCharacters, withFittingLines } from '../../../shared/domain/grid-arithmetic.ts';
import { type LearntField, type LearntFormat, learntFields } from '../../../shared/domain/learnt-format.ts';
import { withForm } from '../../../shared/domain/numbering-form.ts';
import { byRuleOfThumb, type Learnt, majority } from './evidence.ts';
import {
  documentGrid,
  type LearntMargins,
  learnLinePitch,
  learnMargins,
  learnPageNumber,
  learnPaper,
} from './learn-page.ts';
import {
  learnFirstLine,
  learnFont,
  learnHeading,
  learnNumbering,
  learnSize,
  learnSpacing,
  learnWesternFont,
} from './learn-text.ts';
import { foundIn } from './looks.ts';
import type { Sample } from './read-sample.ts';
import { levels, rolesOf } from './sample-roles.ts';

/** Takes fields over one by one; one that no format may hold is left as it was. */
function createProposal() {
  let profile: FormatProfile = { ...nationalStandardProfile, key: 'learnt' };
  const found = new Map<LearntField, Learnt<unknown>>();
  return {
    profile: () => profile,
    take<T>(
      field: LearntField,
      learnt: Learnt<T> | null,
      apply: (profile: FormatProfile, value: T) => FormatProfile,
    ) {
      if (learnt === null) return;
      const parsed = formatProfileSchema.safeParse(apply(profile, learnt.value));
      if (!parsed.success) return;
      profile = parsed.data;
      found.set(field, learnt);
    },
    fields: () =>
      learntFields.map((field) => {
        const learnt = found.get(field);
        return {
          field,
          found: learnt === undefined ? null : { place: learnt.place, certainty: learnt.certainty },
        };
      }),
  };
}

function withFont(profile: FormatProfile, roles: readonly FontRole[], name: string, bold: boolean) {
  const standard = nationalStandardProfile.fonts;
  const choiceOf = (role: FontRole) =>
    standard[role].name === name ? { ...standard[role], bold } : fontChoiceOf(name, bold);
  return {
    ...profile,
    fonts: { ...profile.fonts, ...Object.fromEntries(roles.map((role) => [role, choiceOf(role)])) },
  };
}

/** Header and footer are kept clear of the text, as Word itself would move the text away from them. */
function withMargins(profile: FormatProfile, margins: LearntMargins): FormatProfile {
  const { top, right, bottom, left, header, footer } = margins;
  const clear = (distance: number, most: number) => Math.max(0, Math.min(distance, most));
  return {
    ...profile,
    page: { ...profile.page, top, right, bottom, left },
    headerDistance: clear(header ?? profile.headerDistance, top - profile.grid.linePitch),
    footerDistance: clear(footer ?? profile.footerDistance, bottom - pageNumberLineHeight),
  };
}

/** The proposed format of a sample that has at least one paragraph. */
export function learnFormat(sample: Sample): LearntFormat {
  const { paragraphs, section, lists, footers } = sample;
  const { masthead, title, titleIsStyled, headings, headingsAreStyled, body } = rolesOf(paragraphs);
  const grid = documentGrid(section);
  const proposal = createProposal();
  const { take } = proposal;
  const asThumb = <T>(learnt: Learnt<T> | null, isStyled: boolean) =>
    isStyled ? learnt : byRuleOfThumb(learnt);

  take('paper', learnPaper(section), (profile, paper) => ({
    ...profile,
    page: { ...profile.page, ...paper },
  }));
  take('linePitch', learnLinePitch(body, grid), (profile, linePitch) => ({
    ...profile,
    grid: { ...profile.grid, linePitch },
  }));
  take('margins', learnMargins(section), withMargins);
  take('bodyFont', learnFont(body), (profile, font) => withFont(profile, ['body'], font, false));
  take('bodySize', learnSize(body), (profile, size) => ({
    ...profile,
    sizes: { ...profile.sizes, body: size },
  }));
  take('characterSpacing', learnSpacing(body, grid), (profile, characterSpacing) => ({
    ...profile,
    characterSpacing,
  }));
  take('westernFont', learnWesternFont(body), (profile, westernFont) => ({ ...profile, westernFont }));
  const { sizes, characterSpacing } = proposal.profile();
  take('firstLine', learnFirstLine(body, sizes.body, characterSpacing), (profile, firstLine) => ({
    ...profile,
    indents: { ...profile.indents, firstLine },
  }));

  const titles = title === null ? [] : [title];
  take('titleFont', asThumb(learnHeading(titles), titleIsStyled), (profile, { font, bold }) =>
    withFont(profile, ['title'], font, bold),
  );
  take('titleSize', asThumb(learnSize(titles), titleIsStyled), (profile, size) => ({
    ...profile,
    sizes: { ...profile.sizes, title: size },
  }));
  for (const level of levels) {
    const own = headings.get(level) ?? [];
    take(`heading${level}`, asThumb(learnHeading(own), headingsAreStyled), (profile, { font, bold }) =>
      withFont(profile, [`heading${level}`], font, bold),
    );
    take(`numbering${level}`, asThumb(learnNumbering(own, lists), headingsAreStyled), (profile, form) => ({
      ...profile,
      numbering: withForm(profile.numbering, level, form),
    }));
  }

  const { number, look } = learnPageNumber(footers);
  take('pageNumber', number, (profile, pageNumber) => ({ ...profile, pageNumber }));
  take('pageNumberFont', look, (profile, { font, size }) => ({
    ...withFont(profile, ['pageNumber'], font, false),
    sizes: { ...profile.sizes, pageNumber: size },
  }));
  const markLook = masthead === null ? [] : masthead.runs;
  const mark = majority(
    markLook.flatMap(({ layers, text }) => {
      const color = foundIn(layers, 'color');
      const size = foundIn(layers, 'size');
      return color === null || size === null
        ? []
        : [{ value: { color: color.value, size: size.value }, place: color.place, weight: text.length }];
    }),
  );
  take('redHead', byRuleOfThumb(mark), (profile, { color, size }) => ({
    ...profile,
    redHead: { ...profile.redHead, color, mastheadSize: size },
  }));

  return {
    profile: withFittingGrid(proposal.profile()),
    fields: proposal.fields(),
    redHead: masthead !== null,
  };
}

/** With the lines and characters that its pitch and spacing give, where that is a possible number of them. */
function withFittingGrid(profile: FormatProfile): FormatProfile {
  const fitting = withFittingCharacters(withFittingLines(profile));
  return formatProfileSchema.safeParse(fitting).success ? fitting : profile;
}
