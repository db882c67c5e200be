/** Finding the indicators of a view by the names that a pasted table gives them. Pure. */
import type { Indicator } from '../../../shared/domain/model.ts';
import { halfWidth } from '../../../shared/domain/text/characters.ts';

type NamedIndicator = Pick<Indicator, 'id' | 'name' | 'unit'>;

/** `otherUnit`: the table names the indicator in a unit that is not ours. */
export type FoundName<I> =
  | { kind: 'one'; indicator: I }
  | { kind: 'otherUnit'; indicator: I; unit: string }
  | { kind: 'several' }
  | { kind: 'none' };

const numbering =
  /^(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|(?:[一二三四五六七八九十]{1,3}|\d{1,3}(?:\.\d{1,2}){0,3})[、.．)）:：]|[①-⑳]|[-—·•*])/;
const subordinate = /^其中[:：,，]?/;
const unitBehind = /^(.+?)(?:[(（[【]([^()（）[\]【】]{1,12})[)）\]】]|[/／]([^/／]{1,12}))[:：]?$/;

/** The same name whatever its blanks, its width and its quotes. */
export function plainName(text: string): string {
  return halfWidth(text)
    .replace(/[\s\u00A0\u3000\u200B]+/g, '')
    .replace(/[“”"'‘’《》]/g, '')
    .toLowerCase();
}

/** The name alone and without numbering, «其中» and closing colon, as far as each is there. */
function readings(text: string): string[] {
  let bare = plainName(text).replace(/:$/, '');
  const found = [bare];
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(numbering, '').replace(subordinate, '');
    if (bare !== before && bare !== '') found.push(bare);
  }
  return found;
}

/** Looks names up in a fixed list; a name that two indicators share finds neither. */
export function nameFinder<I extends NamedIndicator>(
  indicators: readonly I[],
): (text: string) => FoundName<I> {
  const byName = Map.groupBy(indicators, ({ name }) => plainName(name));
  const exactly = (name: string): FoundName<I> => {
    const [first, ...more] = byName.get(name) ?? [];
    if (!first) return { kind: 'none' };
    return more.length > 0 ? { kind: 'several' } : { kind: 'one', indicator: first };
  };
  const withUnit = (name: string): FoundName<I> => {
    const [, before = '', inBrackets, behindSlash] = unitBehind.exec(name) ?? [];
    const unit = inBrackets ?? behindSlash ?? '';
    const found = before === '' ? ({ kind: 'none' } as const) : exactly(before);
    if (found.kind === 'one' && plainName(found.indicator.unit) !== unit) {
      return { kind: 'otherUnit', indicator: found.indicator, unit };
    }
    if (found.kind !== 'several') return found;
    // Of two indicators of one name, the unit may tell which is meant.
    const ofUnit = (byName.get(before) ?? []).filter((one) => plainName(one.unit) === unit);
    return ofUnit.length === 1 && ofUnit[0] ? { kind: 'one', indicator: ofUnit[0] } : found;
  };
  return (text) => {
    for (const name of readings(text)) {
      for (const found of [exactly(name), withUnit(name)]) if (found.kind !== 'none') return found;
    }
    return { kind: 'none' };
  };
}
