/** The words in which a place compares two years. */
import type { FormatOf, Wording } from '../binding-format.ts';
import type { Measured } from './number-text.ts';

/** The words of a phrase where nobody has chosen others. A rate rises and falls in points, in either style. */
export function usualWording(style: 'growth' | 'change', { kind }: Pick<Measured, 'kind'>): Wording {
  const [up, down] =
    kind === 'rate' ? ['提高', '降低'] : style === 'growth' ? ['增长', '下降'] : ['增加', '减少'];
  return {
    prefix: '较上年',
    up,
    down,
    same: '与上年持平',
    nearly: '与上年基本持平',
    doubled: '',
    first: '',
  };
}

/**
 * The words of this place for its comparison. A change that stands in for a growth that does not exist keeps the words
 * chosen for growth, but has 增加, 减少 where none were chosen.
 */
export function wordingOf(
  format: FormatOf<'growth' | 'change'>,
  told: 'growth' | 'change',
  indicator: Pick<Measured, 'kind'>,
): Wording {
  return format.wording ?? usualWording(told, indicator);
}
