/** What keeps the formal copy of a document back, on paper as little as in a file. */
import type { MethodOutput } from '../../../shared/contract.ts';
import { notify } from '../../app/notices.ts';
import { goToPlace } from '../../app/sight.ts';
import { translate } from '../../i18n/index.ts';
import type { PreviewChoice } from './preview-choice.ts';
import { previewSession } from './preview-session.ts';

export type MissingElement = MethodOutput<'export.readiness'>['imprintMissing'][number];

export interface Hindrances {
  /** Places of the report that are still open; null until they have been counted. */
  places: number | null;
  /** What a red head must have and the report lacks. */
  elements: readonly MissingElement[];
}

export type KeptBack =
  | { kind: 'places'; count: number }
  | { kind: 'elements'; elements: readonly MissingElement[] };

/** Null where the copy may go out: a draft always, and without red head whatever only that needs. */
export function keptBackBy({ look, mode }: PreviewChoice, { places, elements }: Hindrances): KeptBack | null {
  if (mode === 'draft') return null;
  if (places !== null && places > 0) return { kind: 'places', count: places };
  return look === 'formal' && elements.length > 0 ? { kind: 'elements', elements } : null;
}

export function elementNames(elements: readonly MissingElement[]): string {
  return elements
    .map((one) => translate(`preview:open.element.${one}`))
    .join(translate('preview:open.between'));
}

/** Why it cannot be printed, and what to do. */
export function keptBackSentence(kept: KeptBack): string {
  return kept.kind === 'places'
    ? translate('preview:print.open', { count: kept.count })
    : translate('preview:print.imprint', { elements: elementNames(kept.elements) });
}

export function tellKeptBack(kept: KeptBack, choice: PreviewChoice): void {
  const actions =
    kept.kind === 'places'
      ? [
          {
            label: translate('preview:print.draft'),
            run: () => previewSession.choose({ ...choice, mode: 'draft' }),
          },
          { label: translate('preview:print.check'), run: () => goToPlace('check') },
        ]
      : [
          { label: translate('preview:print.submit'), run: () => goToPlace('submit') },
          {
            label: translate('preview:print.plain'),
            run: () => previewSession.choose({ ...choice, look: 'plain' }),
          },
        ];
  notify({ tone: 'info', key: 'print', message: keptBackSentence(kept), actions });
}
