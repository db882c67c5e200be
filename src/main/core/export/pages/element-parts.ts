/** The elements of a laid-out report as parts of its pages. */
import { characterPitch } from '../../../../shared/domain/format-profile.ts';
import type { LaidOutElement } from '../layout-model.ts';
import type { SignaturePlacement } from '../signature-placement.ts';
import { bodyPart, headingPart } from './body-parts.ts';
import { annotationPart, attachmentsNoteParts, colophonPart, signaturePart } from './closing-parts.ts';
import type { Composition } from './composition.ts';
import { figureParts } from './figure-parts.ts';
import type { FlowPart } from './flow.ts';
import { attachmentParts, linePart, redHeadParts, titlePart } from './head-parts.ts';

/** What of the elements beside it and of the whole an element's parts depend on. */
export interface Surroundings {
  previous: LaidOutElement['kind'] | null;
  next: LaidOutElement['kind'] | null;
  placement: SignaturePlacement;
}

function isSigned(kind: Surroundings['next']): boolean {
  return kind === 'signature' || kind === 'date';
}

export function elementParts(
  element: LaidOutElement,
  { previous, next, placement }: Surroundings,
  composition: Composition,
): FlowPart[] {
  const { format } = composition;
  const { linePitch } = format.grid;
  const blankLine = format.blankLinesBefore.signature * linePitch;
  switch (element.kind) {
    case 'redHead':
      return redHeadParts(element, composition);
    case 'documentNumber': {
      const first = format.indents.documentNumber * characterPitch(format);
      return [linePart(element.text, composition, { first })];
    }
    case 'title':
      return [titlePart(element.lines, previous === null, composition)];
    case 'addressee':
      return [linePart(element.text, composition, { before: format.blankLinesBefore.addressee * linePitch })];
    case 'heading':
      return [headingPart(element, composition)];
    case 'body':
      return [bodyPart(element, isSigned(next) || next === 'attachmentsNote', composition)];
    case 'figure':
      return figureParts(element, composition);
    case 'attachmentsNote':
      return attachmentsNoteParts(element, isSigned(next), composition);
    case 'signature': {
      const options = { before: blankLine, keepNext: next === 'date' };
      return [signaturePart(element.text, placement.organ, options, composition)];
    }
    case 'date': {
      const options = { before: previous === 'signature' ? 0 : blankLine, keepNext: false };
      return [signaturePart(element.text, placement.date, options, composition)];
    }
    case 'annotation':
      return [annotationPart(element.text, composition)];
    case 'attachment':
      return attachmentParts(element, composition);
    case 'colophon':
      return [colophonPart(element, composition)];
  }
}
