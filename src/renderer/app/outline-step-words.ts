/** How a change of the outline is told of when it is taken back or done again, and where it is seen. */
import { translate } from '../i18n/index.ts';
import type { OutlineAct } from './session/outline-actions.ts';
import type { UndoStep } from './session/undo-journal.ts';
import { goToPlace, openPlace } from './sight.ts';

export function outlineStepWords({
  kind,
  heading,
}: OutlineAct): Pick<UndoStep, 'describe' | 'isInSight' | 'show'> {
  return {
    describe: () => translate(`common:undone.chapter.${kind}`, { heading }),
    isInSight: () => openPlace() === 'write',
    show: () => goToPlace('write'),
  };
}
