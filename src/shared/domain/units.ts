/** Units of formula results: products of the units that indicators have, with what is known of their scale. */

export interface Unit {
  /** Unit → its power, never 0: 元/人 is 元 1, 人 −1. Empty for a bare number. */
  readonly powers: ReadonlyMap<string, number>;
  /** A number that a person wrote, which takes the unit of its partner; the number, or null when it is calculated. */
  readonly literal: boolean;
  readonly value: string | null;
  /** Multiplied or divided by a power of ten: it may have become 万元 from 元, or the other way. */
  readonly scaled: boolean;
  /** The difference of two rates, which may be told in % or in 百分点. */
  readonly difference: boolean;
  /** More than one unit, or one to a power other than 1. */
  readonly combined: boolean;
}

const nothing = { literal: false, value: null, scaled: false, difference: false, combined: false };

export function ofUnit(unit: string): Unit {
  return { ...nothing, powers: unit === '' ? new Map() : new Map([[unit, 1]]) };
}

/** A number without a unit; null where its value is not known. */
export function bare(value: string | null): Unit {
  return { ...nothing, powers: new Map(), literal: true, value };
}

export const perCent = ofUnit('%');
export const points = ofUnit('百分点');
export const difference: Unit = { ...perCent, difference: true };

export function isPerCent(unit: Unit): boolean {
  return !unit.combined && unit.powers.has('%');
}

/** The unit in words: «元/人», «件», '' for none. */
export function unitText({ powers }: Unit): string {
  const written = (sign: 1 | -1) =>
    [...powers]
      .filter(([, power]) => Math.sign(power) === sign)
      .flatMap(([unit, power]) => Array.from({ length: Math.abs(power) }, () => unit))
      .sort()
      .join('·');
  const [top, bottom] = [written(1), written(-1)];
  return bottom === '' ? top : `${top === '' ? '1' : top}/${bottom}`;
}

/** Whether numbers of these units can be added: the same unit, or one that a power of ten has converted. */
export function alike(left: Unit, right: Unit): boolean {
  if (unitText(left) === unitText(right)) return true;
  return (left.scaled || right.scaled) && differsInScale(left, right);
}

/** 元 and 万元, 件 and 千件: the same but for a factor of ten. */
export function differsInScale(left: Unit, right: Unit): boolean {
  const [one, other] = [unitText(left), unitText(right)];
  return one !== other && withoutScale(one) !== '' && withoutScale(one) === withoutScale(other);
}

function withoutScale(unit: string): string {
  return unit.replace(/^[十百千万亿]+/u, '');
}

/** left × right^direction. Rates are factors without a unit. */
export function unitQuotient(left: Unit, right: Unit, direction: 1 | -1): Unit {
  if (left.literal && right.literal) return bare(null);
  if (direction === 1 && left.literal) return unitQuotient(right, left, 1);
  if (right.literal) {
    const ratio = left.powers.size === 0;
    if (ratio && direction === 1 && right.value === '100') return perCent;
    if (isPerCent(left) && direction === -1 && right.value === '100') return ofUnit('');
    return { ...left, scaled: left.scaled || /^10+$/.test(right.value ?? '') };
  }
  if (isPerCent(left) && isPerCent(right)) return direction === 1 ? perCent : ofUnit('');
  const powers = new Map(isPerCent(left) ? [] : left.powers);
  for (const [unit, power] of isPerCent(right) ? [] : right.powers) {
    const sum = (powers.get(unit) ?? 0) + power * direction;
    if (sum === 0) powers.delete(unit);
    else powers.set(unit, sum);
  }
  const [only, ...others] = powers.values();
  return {
    ...nothing,
    powers,
    scaled: left.scaled || right.scaled,
    combined: only !== undefined && (others.length > 0 || only !== 1),
  };
}
