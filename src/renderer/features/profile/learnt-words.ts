/** A field of a format in words, so that two formats can be laid side by side. */
import type { TFunction } from 'i18next';
import type { FormatProfile } from '../../../shared/domain/format-profile-schema.ts';
import type { LearntField } from '../../../shared/domain/learnt-format.ts';
import { millimetresOf } from '../../../shared/domain/lengths.ts';
import { markerOf } from '../../../shared/domain/numbering-form.ts';
import { typeSizeName } from '../../../shared/domain/type-sizes.ts';

type Words = TFunction<'profile'>;

function sizeWords(halfPoints: number, t: Words): string {
  const name = typeSizeName(halfPoints);
  const points = halfPoints / 2;
  return name === null ? t('points', { points }) : t('size', { name, points });
}

function fontWords({ name, bold }: { name: string; bold: boolean }, t: Words): string {
  return bold ? t('boldFont', { name }) : name;
}

export function learntWords(field: LearntField, format: FormatProfile, t: Words): string {
  const { page, grid, fonts, sizes, numbering } = format;
  const heading = (level: 1 | 2 | 3 | 4) => fontWords(fonts[`heading${level}`], t);
  const marker = (level: number) => markerOf(numbering[level - 1] ?? 'none', 1) || t('noNumbering');
  switch (field) {
    case 'paper':
      return t('value.paper', { width: millimetresOf(page.width), height: millimetresOf(page.height) });
    case 'margins':
      return t('value.margins', {
        top: millimetresOf(page.top),
        bottom: millimetresOf(page.bottom),
        left: millimetresOf(page.left),
        right: millimetresOf(page.right),
      });
    case 'linePitch':
      return t('value.linePitch', { pitch: grid.linePitch / 20, lines: grid.lines });
    case 'characterSpacing':
      return t('value.characterSpacing', {
        spacing: format.characterSpacing / 20,
        characters: grid.characters,
      });
    case 'bodyFont':
      return fonts.body.name;
    case 'bodySize':
      return sizeWords(sizes.body, t);
    case 'westernFont':
      return format.westernFont;
    case 'firstLine':
      return t('value.firstLine', { count: format.indents.firstLine });
    case 'titleFont':
      return fontWords(fonts.title, t);
    case 'titleSize':
      return sizeWords(sizes.title, t);
    case 'heading1':
      return heading(1);
    case 'heading2':
      return heading(2);
    case 'heading3':
      return heading(3);
    case 'heading4':
      return heading(4);
    case 'numbering1':
      return marker(1);
    case 'numbering2':
      return marker(2);
    case 'numbering3':
      return marker(3);
    case 'numbering4':
      return marker(4);
    case 'pageNumber':
      return [
        t(`pageNumberForm.${format.pageNumber.form}`),
        t(`pageNumberPlace.${format.pageNumber.place}`),
      ].join(t('value.separator'));
    case 'pageNumberFont':
      return [fonts.pageNumber.name, sizeWords(sizes.pageNumber, t)].join(t('value.separator'));
    case 'redHead':
      return sizeWords(format.redHead.mastheadSize, t);
  }
}
