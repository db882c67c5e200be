/** What an act on many cells tells the person: how much was done, and everything that was not. */
import type { ActionChanges } from './cell-changes.ts';
import type { DataWords } from './cell-words.ts';
import type { PastePlan } from './place-paste.ts';

export interface ActNotice {
  /** `doubt`: it is taken, but looks as if something else was meant. */
  tone: 'info' | 'doubt' | 'problem';
  text: string;
  /** What was done where, line by line, for whoever wants to look. */
  details?: readonly string[];
}

/** `rejected`: how many of the placed texts were no numbers. */
export function pasteNotice(plan: PastePlan, hiddenRows: number, rejected: number, t: DataWords): ActNotice {
  const leftOut = plan.rowsLeftOut + plan.columnsLeftOut + plan.readOnlyLeftOut + rejected;
  return {
    tone: leftOut > 0 ? 'problem' : 'info',
    text: [
      t('notice.pasted', { count: plan.placed.length - rejected }),
      rejected > 0 ? t('notice.rejected', { count: rejected }) : '',
      plan.rowsLeftOut > 0 ? t('notice.rowsLeftOut', { count: plan.rowsLeftOut }) : '',
      plan.columnsLeftOut > 0 ? t('notice.columnsLeftOut', { count: plan.columnsLeftOut }) : '',
      plan.readOnlyLeftOut > 0 ? t('notice.readOnlyLeftOut', { count: plan.readOnlyLeftOut }) : '',
      hiddenRows > 0 ? t('paste.hiddenRows', { count: hiddenRows }) : '',
    ].join(''),
  };
}

export interface FillCounts {
  filled: number;
  rejected: number;
  /** Cells of formulas in the filled block. */
  computed: number;
}

export function fillNotice({ filled, rejected, computed }: FillCounts, t: DataWords): ActNotice {
  if (filled + computed === 0) return { tone: 'info', text: t('grid.nothingToFill') };
  return {
    tone: rejected > 0 ? 'problem' : 'info',
    text: [
      t('notice.filled', { count: filled - rejected }),
      rejected > 0 ? t('notice.rejected', { count: rejected }) : '',
      computed > 0 ? t('grid.fillReadOnly', { count: computed }) : '',
    ].join(''),
  };
}

/** Null when everything went as asked and shows in the cells themselves. */
export function actionNotice(changes: ActionChanges, t: DataWords): ActNotice | null {
  const parts = [
    changes.keptFilled > 0 ? t('notice.keptFilled', { count: changes.keptFilled }) : '',
    changes.nothingToCarry > 0 ? t('notice.nothingToCarry', { count: changes.nothingToCarry }) : '',
  ].filter(Boolean);
  if (parts.length > 0) return { tone: 'info', text: parts.join('') };
  return changes.observations.length === 0 ? { tone: 'info', text: t('notice.nothingChanged') } : null;
}
