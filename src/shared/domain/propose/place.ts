/** Where exactly a binding would stand for a found quantity, and in which format it reads as the text does. */
import type { BindingFormat } from '../binding-format.ts';
import { bindingStylesFor, renderBinding } from '../binding-text.ts';
import type { BindingAttributes } from '../document.ts';
import type { Indicator } from '../model.ts';
import { createNumberBook } from '../number-book.ts';
import type { FoundQuantity } from '../text/quantities.ts';
import { valueInUnitOf } from './units.ts';

export interface SingleQuantity extends FoundQuantity {
  value: string;
}

export interface BindablePlace {
  start: number;
  end: number;
  text: string;
  /** In the indicator's unit; of an approximate quantity the number that is written: 240余 → 240. */
  value: string;
  format: BindingFormat;
  /** Rendered with that value, the binding reads as the text does, character by character. */
  exact: boolean;
}

/** Hedges around the number and its unit; they stay in the text beside the binding. */
const hedgeBefore = /^[^\d０-９零〇一二两三四五六七八九十百千]+/;
const hedgeBehind = /\s?(?:以上|以下|以内|左右|上下)$/;
const numberOnly = /^[\d,.，．０-９]+/;
/** 余 within the number belongs to its format. */
const overHedges = ['余', '多', '来'];
const trialYear = 2000;

/** A range is no value of an indicator. */
export function isSingle(found: FoundQuantity): found is SingleQuantity {
  return typeof found.value === 'string';
}

/**
 * Whether only about this number is meant: 240余, 近300, or rounded to 万 where the indicator counts ones. What goes
 * into the table is then the number that is written.
 */
export function isApproximate(found: FoundQuantity, indicator: Pick<Indicator, 'unit'>): boolean {
  return found.approx !== null || (/[万亿]/.test(found.text) && !/^[万亿]/.test(indicator.unit));
}

/** The number with its unit, without the hedges around it: «不少于20小时» → «20小时». */
export function corePlace(found: FoundQuantity): { start: number; end: number; text: string } {
  const before = found.text.startsWith('百分之') ? 0 : (hedgeBefore.exec(found.text)?.[0].length ?? 0);
  const text = found.text.slice(before).replace(hedgeBehind, '');
  return { start: found.start + before, end: found.start + before + text.length, text };
}

/**
 * The place and format by which the text reads on unchanged. Formats are tried in the order in which a person is
 * offered them, then less usual ones, then the number alone, its unit staying in the text (58起 for an indicator
 * counted in 件). Where none reproduces the text (三次, 240余人次 whose exact number is unknown) the format shows the
 * number: 余 comes back as soon as a later year's number is rounded down.
 *
 * `known`: the number that the table holds; by default the one that is written.
 */
export function bindablePlace(found: SingleQuantity, indicator: Indicator, known?: string): BindablePlace {
  const whole = corePlace(found);
  const value = valueInUnitOf(found.value, indicator);
  const shown = known ?? value;
  const fits = (format: BindingFormat, text: string) => shownText(indicator, shown, format) === text;

  const format = wholeFormats(indicator, whole.text).find((candidate) => fits(candidate, whole.text));
  if (format !== undefined) return { ...whole, value, format, exact: true };
  const over = overHedges.includes(found.approx ?? '') ? overFormat(found, indicator) : undefined;
  if (over !== undefined) return { ...whole, value, format: over, exact: false };

  const number = numberOnly.exec(whole.text)?.[0] ?? '';
  const bare = bareFormats(number).find((candidate) => number !== '' && fits(candidate, number));
  if (bare !== undefined) {
    return {
      start: whole.start,
      end: whole.start + number.length,
      text: number,
      value,
      format: bare,
      exact: true,
    };
  }
  return { ...whole, value, format: { style: 'plain', unit: true }, exact: false };
}

/** What a binding of this year's number shows when that number is `value`. */
export function shownText(indicator: Indicator, value: string, format: BindingFormat): string {
  const typed: Indicator = { ...indicator, formula: null };
  const book = createNumberBook({
    indicators: [typed],
    observations: [
      {
        indicatorId: indicator.id,
        year: trialYear,
        entry: { kind: 'number', value },
        state: 'confirmed',
        source: '',
        note: '',
        evidence: '',
      },
    ],
  });
  const attributes: BindingAttributes = { id: 'trial', indicatorId: indicator.id, yearOffset: 0, format };
  return renderBinding(attributes, trialYear, book).text;
}

function placesOf(text: string): number {
  return Math.min(6, /\.(\d+)/.exec(text)?.[1]?.length ?? 0);
}

function wholeFormats(indicator: Indicator, text: string): BindingFormat[] {
  const places = placesOf(text);
  const usual = bindingStylesFor(indicator).filter(
    ({ style }) => style === 'plain' || style === 'integer' || style === 'decimal' || style === 'percent',
  );
  if (indicator.kind === 'rate') return [...usual, { style: 'percent', places }];
  return [
    ...usual,
    { style: 'tenThousand', places: Math.max(1, places), unit: true },
    ...overSteps.map((to): BindingFormat => ({ style: 'over', to, unit: true })),
    { style: 'decimal', places, unit: true },
  ];
}

function bareFormats(number: string): BindingFormat[] {
  return [
    { style: 'plain', unit: false },
    { style: 'decimal', places: placesOf(number), unit: false },
  ];
}

const overSteps = ['10', '100', '1000', '10000'] as const;

/** The coarsest step that the written number is a multiple of, 万 only where the text says it. */
function overFormat(found: SingleQuantity, indicator: Indicator): BindingFormat | undefined {
  if (indicator.kind === 'rate') return undefined;
  const steps = found.text.includes('万') ? overSteps : overSteps.slice(0, 2);
  const to = steps.findLast((step) => found.value.endsWith(step.slice(1)));
  return to === undefined ? undefined : { style: 'over', to, unit: true };
}
