/**
 * The lines of the elements that have several: 版头, 附件说明 and 版记. What stands apart in one line is separated by a tab.
 * Source: GB/T 9704-2012, 7.2.5, 7.2.6, 7.3.4 and 7.4.
 */
import type { AttachmentsNote, Colophon, RedHead } from './layout-model.ts';

const signersInLine = 2;
export const signerLabel = '签发人：';
export const attachmentsLabel = '附件：';
export const copyToLabel = '抄送：';

export interface SignerLine {
  /** Stands in the last line, beside the last signer; '' in those above. */
  documentNumber: string;
  /** Only the first line has the label; the names below stand under its first name. */
  hasLabel: boolean;
  names: string[];
}

/** The line of 发文字号 and 签发人: two names to a line, so that several signers take several. There is always one. */
export function signerLines({ documentNumber, signers }: RedHead): SignerLine[] {
  const count = Math.max(1, Math.ceil(signers.length / signersInLine));
  return Array.from({ length: count }, (_, index) => ({
    documentNumber: index === count - 1 ? documentNumber : '',
    hasLabel: index === 0 && signers.length > 0,
    names: signers.slice(index * signersInLine, (index + 1) * signersInLine),
  }));
}

function signerLineText({ documentNumber, hasLabel, names }: SignerLine): string {
  if (names.length === 0) return documentNumber;
  return `${documentNumber}\t${hasLabel ? signerLabel : ''}${names.join('\t')}`;
}

/** 紧急程度 (a line of its own also where there is none), the mark, and the lines of number and signers. */
export function redHeadLines(redHead: RedHead): string[] {
  return [redHead.urgency, redHead.masthead, ...signerLines(redHead).map(signerLineText)];
}

/** What stands before an attachment's title: numbers only where there are several. */
export function attachmentMarker(index: number, count: number): string {
  const number = count > 1 ? `${index + 1}.\t` : '';
  return index === 0 ? attachmentsLabel + number : number;
}

export function attachmentsNoteLines({ titles }: AttachmentsNote): string[] {
  return titles.map((title, index) => attachmentMarker(index, titles.length) + title);
}

/** The rows between the rules of the 版记: 抄送, then 印发机关 and 印发日期. */
export function colophonRows({ copyTo, printedBy, printedOn }: Colophon): string[][] {
  return [
    ...(copyTo === '' ? [] : [[copyToLabel + copyTo]]),
    ...(printedBy === '' && printedOn === ''
      ? []
      : [[printedBy, printedOn === '' ? '' : `${printedOn}印发`]]),
  ];
}
