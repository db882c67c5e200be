/** An edited copy beside the report, over the whole window: decided paragraph by paragraph, taken in at once. */
import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useReportSession } from '../../app/report-session.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { localDay } from '../exchange/local-day.ts';
import { ChangeRow } from './change-row.tsx';
import { CommentNote } from './comment-note.tsx';
import { countChosen, countOpen } from './decisions.ts';
import { NumberChoice } from './number-choice.tsx';
import styles from './returned.module.css';
import { returned, takeIn } from './returned-session.ts';
import type { Reading } from './returned-store.ts';

export function ReturnedReview() {
  const { t } = useTranslation(['returned', 'common']);
  const { reading, failure } = useStore(returned.store);
  if (reading === null) return null;
  const { name, exportedAt } = reading;
  return (
    <Modal
      opened
      fullScreen
      onClose={returned.close}
      title={t('review.title', { name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{ body: styles.body ?? '', content: styles.content ?? '' }}
    >
      <p className={styles.note}>
        {exportedAt === null
          ? t('review.baseNow')
          : t('review.base', { day: localDay(new Date(exportedAt)) })}
      </p>
      {failure && (
        <FailureNote failure={failure}>
          <Button variant="default" size="compact-sm" mt="xs" onClick={() => void readAgain()}>
            {t('review.readAgain')}
          </Button>
        </FailureNote>
      )}
      <div className={styles.scroll}>
        <Differences reading={reading} />
      </div>
      <Foot reading={reading} />
    </Modal>
  );
}

async function readAgain(): Promise<void> {
  const { fileId } = returned.store.getState();
  if (fileId !== null) await returned.open(fileId);
}

function Differences({ reading }: { reading: Reading }) {
  const { t } = useTranslation('returned');
  const { changes, numbers, comments, asides } = reading;
  const cells = numbers.filter(({ changeKey }) => changeKey === null);
  const others = comments.filter(({ changeKey }) => changeKey === null);
  return (
    <>
      {changes.length + numbers.length === 0 && <p className={styles.same}>{t('review.same')}</p>}
      {changes.length > 0 && (
        <div className={styles.columns} aria-hidden>
          <span>{t('review.before')}</span>
          <span>{t('review.after')}</span>
        </div>
      )}
      <ol className={styles.changes}>
        {changes.map((change, index) => (
          <ChangeRow
            key={change.key}
            change={change}
            beginsChapter={change.chapter !== changes[index - 1]?.chapter}
            numbers={numbers.filter(({ changeKey }) => changeKey === change.key)}
            comments={comments.filter(({ changeKey }) => changeKey === change.key)}
          />
        ))}
      </ol>
      {cells.length > 0 && (
        <section className={styles.section} aria-label={t('number.inTable')}>
          <h3>{t('number.inTable')}</h3>
          {cells.map((number) => (
            <NumberChoice key={number.key} number={number} />
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section className={styles.section} aria-label={t('comment.others')}>
          <h3>{t('comment.others')}</h3>
          {others.map((comment) => (
            <CommentNote key={comment.id} comment={comment} withParagraph />
          ))}
        </section>
      )}
      {asides.length > 0 && (
        <section className={styles.section} aria-label={t('aside.title')}>
          <h3>{t('aside.title')}</h3>
          {asides.map(({ kind, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what the file holds does not change
            <p key={index}>
              <span className={styles.kind}>{t(`aside.${kind}`)}</span> {text}
            </p>
          ))}
        </section>
      )}
    </>
  );
}

/** How much is left, and the one button that takes it in. */
function Foot({ reading }: { reading: Reading }) {
  const { t } = useTranslation('returned');
  const { choices, phase } = useStore(returned.store);
  const isFinal = useReportSession((session) => session.report.state === 'final');
  const open = countOpen(reading, choices);
  const chosen = countChosen(choices);
  const nothing = chosen.changes + chosen.numbers === 0;
  const differs = reading.changes.length + reading.numbers.length > 0;
  const progress =
    open > 0 ? t('review.open', { count: open }) : t(nothing ? 'review.nothing' : 'review.ready');
  return (
    <footer className={styles.foot}>
      <Button variant="subtle" size="compact-sm" disabled={!differs} onClick={() => returned.chooseAll(true)}>
        {t('review.takeAll')}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={!differs}
        onClick={() => returned.chooseAll(false)}
      >
        {t('review.takeNone')}
      </Button>
      <span className={styles.gap} />
      <output className={styles.progress} data-open={open > 0 || undefined}>
        {isFinal ? t('card.final') : differs && progress}
      </output>
      <Button variant="default" onClick={returned.close}>
        {t('review.keep')}
      </Button>
      <Button
        disabled={open > 0 || nothing || isFinal || phase === 'accepting'}
        onClick={() => void takeIn()}
      >
        {t('review.accept')}
      </Button>
    </footer>
  );
}
