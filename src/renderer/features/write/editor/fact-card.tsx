/** The small card of an open fact: what it is, and the ways to decide it. */
import { Button, CloseButton, Popover } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReportSession, reportSession } from '../../../app/report-session.ts';
import { nextStepsChapters } from '../reuse/next-steps.ts';
import { makeShifts, type ShiftPlace, shiftPlaces } from '../reuse/year-shifts.ts';
import bindingCards from './binding-cards.module.css';
import styles from './fact-card.module.css';
import { acceptFact, type FactPlace, selectFact } from './open-facts.ts';
import { nodeToParagraph } from './schema.ts';
import { stretchBox } from './stretch-box.ts';

export interface FactCardProps {
  editor: Editor;
  page: RefObject<HTMLElement | null>;
  fact: FactPlace;
  onClose: () => void;
  /** Binds the number that is selected in the text. */
  onBind: () => void;
}

/** The safe shift of this fact's year, or null. */
function shiftOf(editor: Editor, fact: FactPlace, session: ReportSession): ShiftPlace | null {
  const $from = editor.state.doc.resolve(fact.from);
  const { numbered, guidance, selectedChapterId, report } = session;
  const nextSteps = nextStepsChapters(numbered, guidance.chapters).has(selectedChapterId ?? '');
  const body = { type: 'doc' as const, content: [nodeToParagraph($from.parent)] };
  const start = $from.parentOffset;
  const shift = shiftPlaces(body, report.year, nextSteps).find(
    (one) => one.start === start && one.before === fact.text,
  );
  return shift ? { ...shift, paragraph: $from.index(0) } : null;
}

export function FactCard({ editor, page, fact, onClose, onBind }: FactCardProps) {
  const { t } = useTranslation('write');
  // Any change of the text may have moved or decided it.
  useEffect(() => {
    editor.on('update', onClose);
    return () => {
      editor.off('update', onClose);
    };
  }, [editor, onClose]);
  // Gone with the chapter.
  useEffect(() => onClose, [onClose]);

  const box = stretchBox(editor, page.current, fact);
  if (!box) return null;
  const proposal = shiftOf(editor, fact, reportSession.getState());
  const run = (transaction: Transaction | null) => {
    onClose();
    if (transaction) editor.view.dispatch(transaction);
    editor.view.focus();
  };
  const year = String(editor.state.doc.resolve(fact.from).parent.attrs.carriedFrom);
  return (
    <Popover
      opened
      position="bottom-start"
      shadow="md"
      radius="md"
      withinPortal
      trapFocus
      returnFocus={false}
      onDismiss={() => run(null)}
      transitionProps={{ duration: 0 }}
      middlewares={{ flip: true, shift: { padding: 8 } }}
    >
      <Popover.Target>
        <span className={bindingCards.anchor} style={box} />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('fact.card', { text: fact.text })}>
        <div className={styles.card}>
          <div className={styles.title}>
            <span>
              <span className={styles.kind}>{t(`fact.kind.${fact.kind}`)}</span> <b>{fact.text}</b>
            </span>
            <CloseButton size="sm" aria-label={t('binding.close')} onClick={() => run(null)} />
          </div>
          <p className={styles.told}>{t('fact.told', { year })}</p>
          <div className={styles.acts}>
            {proposal !== null && (
              <Button
                size="compact-sm"
                onClick={() => {
                  makeShifts([proposal])(editor.state, editor.view.dispatch);
                  run(null);
                }}
              >
                {t('fact.shift', { text: proposal.after })}
              </Button>
            )}
            {acceptFact(editor.state, fact) !== null && (
              <Button
                size="compact-sm"
                variant="default"
                data-autofocus
                onClick={() => run(acceptFact(editor.state, fact))}
              >
                {t('fact.accept')}
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={() => run(selectFact(editor.state, fact))}>
              {t('fact.change')}
            </Button>
            {fact.kind === 'number' && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  run(selectFact(editor.state, fact));
                  onBind();
                }}
              >
                {t('fact.bind')}
              </Button>
            )}
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
