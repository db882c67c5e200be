/** The name of a way of showing a number, in the words of a person: «以万计，1 位小数», «余（舍到 10）». */
import type { TFunction } from 'i18next';
import type { BindingFormat } from '../../shared/domain/binding-format.ts';
import type { Indicator } from '../../shared/domain/model.ts';

export type FormatWords = TFunction<'format'>;

export function formatName(
  format: BindingFormat,
  indicator: Pick<Indicator, 'kind' | 'unit'>,
  t: FormatWords,
): string {
  const name = nameOf(format, indicator.kind === 'rate', t);
  const leavesUnitOut =
    'unit' in format && !format.unit && indicator.unit !== '' && format.style !== 'ordinal';
  return leavesUnitOut ? t('style.bare', { format: name }) : name;
}

function nameOf(format: BindingFormat, isRate: boolean, t: FormatWords): string {
  switch (format.style) {
    case 'decimal':
    case 'percent':
    case 'tenThousand':
    case 'hundredMillion':
      return t(`style.${format.style}`, { places: format.places });
    case 'over':
      return t('style.over', { word: format.word ?? '余', to: format.to });
    case 'about':
      return t('style.about', { word: format.word, to: format.to });
    case 'ordinal':
      return t(format.chinese ? 'style.ordinalChinese' : 'style.ordinal');
    case 'range':
      return t('style.range', { years: format.years });
    case 'date':
      return t(`style.date.${format.form}`);
    case 'growth':
    case 'change':
      return isRate ? t('style.points') : t(`style.${format.style}`);
    case 'size':
      return t(`style.size.${format.of}`);
    default:
      return t(`style.${format.style}`);
  }
}
