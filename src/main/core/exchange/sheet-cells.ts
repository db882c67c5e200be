/** The cells of one sheet that hold something. Source: ECMA-376 part 1, 18.3.1. */

import { cellText, Decimal } from '../../../shared/domain/decimal.ts';
import type { SheetValue } from '../../../shared/domain/exchange/supply.ts';
import { ExpectedFailure } from '../../../shared/errors.ts';
import { childOf, childrenOf, readBlocks, type XmlElement } from '../import/archive/xml-elements.ts';
import { exchangeLimits } from './exchange-limits.ts';
import { richText, type WorkbookParts } from './workbook-parts.ts';

export interface SheetCell {
  value: SheetValue;
  formula: boolean;
}

export interface SheetRow {
  /** From 1. */
  line: number;
  /** By column, from 1. */
  cells: Map<number, SheetCell>;
}

export interface MergedRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface SheetCells {
  /** Rows with a value, in their order. */
  rows: SheetRow[];
  merged: MergedRange[];
}

/** What spreadsheets keep of a number. */
const significantDigits = 15;
const dayMilliseconds = 86_400_000;
/** Day 0 of the two calendars; 1900-03-01 is day 61 because 1900 counts as a leap year there. */
const dayZero = Date.UTC(1899, 11, 30);
const dayZeroOf1904 = Date.UTC(1904, 0, 1);

/**
 * Reads a sheet's part; `cellsLeft` is how many more cells with a value are taken. Throws ExpectedFailure
 * import.damaged, import.tooLarge.
 */
export function readSheetCells(part: Uint8Array, parts: WorkbookParts, cellsLeft: number): SheetCells {
  const rows: SheetRow[] = [];
  const merged: MergedRange[] = [];
  let cellCount = 0;
  let lastLine = 0;
  readBlocks(withoutEmptyRows(part), new Set(['x:worksheet', 'x:sheetData', 'x:mergeCells']), (block) => {
    if (block.name === 'x:row') {
      const stated = Number(block.attributes.r);
      // Both numbers may be left out: then a row follows the one before.
      lastLine = Number.isInteger(stated) && stated > 0 ? stated : lastLine + 1;
      const cells = cellsOfRow(block, parts);
      cellCount += cells.size;
      if (cellCount > cellsLeft)
        throw new ExpectedFailure('import.tooLarge', { limit: exchangeLimits.cells });
      if (cells.size > 0) rows.push({ line: lastLine, cells });
    } else if (block.name === 'x:mergeCell' && merged.length < exchangeLimits.mergedRanges) {
      const range = rangeOf(block.attributes.ref ?? '');
      if (range !== null) merged.push(range);
    }
  });
  return { rows, merged };
}

/** A large sheet is mostly empty rows that were once given a height; no parser needs to see them. */
function withoutEmptyRows(part: Uint8Array): Uint8Array {
  if (part.length < exchangeLimits.plainSheetBytes || part[0] === 0xff || part[0] === 0xfe) return part;
  const text = new TextDecoder().decode(part);
  return new TextEncoder().encode(text.replace(/<((?:\w+:)?row)(?:\s[^<>]*)?(?:\/>|(?<!\/)>\s*<\/\1>)/g, ''));
}

function cellsOfRow(row: XmlElement, parts: WorkbookParts): Map<number, SheetCell> {
  const cells = new Map<number, SheetCell>();
  let column = 0;
  for (const cell of childrenOf(row)) {
    if (cell.name !== 'x:c') continue;
    column = columnOf(cell.attributes.r ?? '') ?? column + 1;
    const value = cellValue(cell, parts);
    if (value.kind !== 'blank') cells.set(column, { value, formula: childOf(cell, 'x:f') !== undefined });
  }
  return cells;
}

function cellValue(cell: XmlElement, parts: WorkbookParts): SheetValue {
  const stated = childOf(cell, 'x:v')
    ?.children.filter((child) => typeof child === 'string')
    .join('');
  const inline = childOf(cell, 'x:is');
  const written = stated ?? '';
  switch (cell.attributes.t ?? 'n') {
    case 's':
      return textValue(parts.sharedTexts[Number(written)] ?? '');
    case 'inlineStr':
      return textValue(inline === undefined ? '' : richText(inline));
    case 'str':
      return textValue(written);
    case 'b':
      return textValue(written === '1' ? 'TRUE' : 'FALSE');
    case 'e':
      return { kind: 'error', text: written };
    case 'd':
      return dateValue(Date.parse(written.slice(0, 10))) ?? textValue(written);
    default:
      break;
  }
  if (written.trim() === '') return { kind: childOf(cell, 'x:f') === undefined ? 'blank' : 'uncomputed' };
  return numberValue(written.trim(), parts, Number(cell.attributes.s ?? 0));
}

function numberValue(written: string, parts: WorkbookParts, style: number): SheetValue {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(written)) return textValue(written);
  const look = parts.lookOf(style);
  if (look === 'date') {
    const days = Math.floor(Number(written));
    const start = parts.from1904 ? dayZeroOf1904 : dayZero;
    return dateValue(start + days * dayMilliseconds) ?? textValue(written);
  }
  const value = cellText(new Decimal(written).toSignificantDigits(significantDigits));
  return value === null ? textValue(written) : { kind: 'number', value, percent: look === 'percent' };
}

function dateValue(time: number): SheetValue | null {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  // Whatever lies outside of these years is no day that anybody reports.
  return year >= 1900 && year <= 2199 ? { kind: 'date', iso: date.toISOString().slice(0, 10) } : null;
}

function textValue(text: string): SheetValue {
  const kept = text.slice(0, exchangeLimits.cellText);
  return kept.replace(/[\s\u200B\uFEFF]/g, '') === '' ? { kind: 'blank' } : { kind: 'text', text: kept };
}

/** «AB12» → 28. */
function columnOf(reference: string): number | null {
  const letters = /^\$?([A-Z]{1,3})\$?\d+$/.exec(reference)?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

function rangeOf(reference: string): MergedRange | null {
  const [first = '', last = first] = reference.split(':');
  const left = columnOf(first);
  const right = columnOf(last);
  if (left === null || right === null) return null;
  return { top: lineOf(first), left, bottom: lineOf(last), right };
}

function lineOf(reference: string): number {
  return Number(/\d+$/.exec(reference)?.[0] ?? 0);
}
