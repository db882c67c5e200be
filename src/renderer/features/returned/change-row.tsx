/** One paragraph: as it was exported, as the edited copy has it, and what is to become of it. */
import { Group, Radio } from '@mantine/core';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type {
  ReturnedChangeView,
  ReturnedCommentView,
  ReturnedNumberView,
} from '../../../shared/contract/returned-methods.ts';
import { type CharacterChange, characterDiff } from '../../../shared/domain/roll/compare.ts';
import { MarkedText } from '../compare/marked-text.tsx';
import { CommentNote } from './comment-note.tsx';
import { isTakeable } from './decisions.ts';
import { NumberChoice } from './number-choice.tsx';
import styles from './returned.module.css';
import { returned } from './returned-session.ts';

interface ChangeRowProps {
  change: ReturnedChangeView;
  beginsChapter: boolean;
  numbers: readonly ReturnedNumberView[];
  comments: readonly ReturnedCommentView[];
}

export function ChangeRow({ change, beginsChapter, numbers, comments }: ChangeRowProps) {
  const { t } = useTranslation('returned');
  const { kind, chapter, now, refusal, words, lost, authors } = change;
  return (
    <li className={styles.change}>
      {beginsChapter && <h3>{chapter || t('review.headAndFoot')}</h3>}
      <Texts change={change} />
      <div className={styles.decision}>
        <span className={styles.kind} data-kind={kind}>
          {t(`kind.${kind}`)}
        </span>
        {isTakeable(change) && <TakeChoice change={change} />}
        {refusal !== null && <span className={styles.told}>{t(`refusal.${refusal}`)}</span>}
        {!words && <span className={styles.told}>{t('change.numbersOnly')}</span>}
        {authors.length > 0 && (
          <span className={styles.told}>{t('change.authors', { names: authors.join('、') })}</span>
        )}
      </div>
      {now !== null && (
        <p className={styles.warning}>
          {t('change.now')}
          {now}
        </p>
      )}
      {lost.map(({ bindingId, indicatorName, shown }) => (
        <p key={bindingId} className={styles.warning}>
          {t('change.lost', { name: indicatorName, shown })}
        </p>
      ))}
      {numbers.map((number) => (
        <NumberChoice key={number.key} number={number} />
      ))}
      {comments.map((comment) => (
        <CommentNote key={comment.id} comment={comment} />
      ))}
    </li>
  );
}

const Texts = memo(({ change: { before, after } }: { change: ReturnedChangeView }) => {
  const { t } = useTranslation('returned');
  const parts = useMemo(
    () => (before === null || after === null ? null : characterDiff(before, after)),
    [before, after],
  );
  const side = (text: string | null, hidden: CharacterChange['kind']) => {
    if (text === null) return <p className={styles.nothing}>{t('review.none')}</p>;
    const whole: CharacterChange = { kind: hidden === 'added' ? 'removed' : 'added', text };
    return <MarkedText parts={parts?.filter(({ kind }) => kind !== hidden) ?? [whole]} />;
  };
  return (
    <div className={styles.texts}>
      {side(before, 'added')}
      {side(after, 'removed')}
    </div>
  );
});

function TakeChoice({ change: { key, kind, before, after } }: { change: ReturnedChangeView }) {
  const { t } = useTranslation('returned');
  const taken = useStore(returned.store, ({ choices }) => choices.changes.get(key) ?? null);
  const text = (after ?? before ?? '').slice(0, 20);
  return (
    <Radio.Group
      value={taken === null ? null : String(taken)}
      onChange={(value) => returned.choose(key, value === 'true')}
      label={t('change.legend', { kind: t(`kind.${kind}`), text })}
      labelProps={{ className: 'visually-hidden' }}
    >
      <Group gap="md">
        <Radio size="xs" value="true" label={t('change.take')} />
        <Radio size="xs" value="false" label={t('change.leave')} />
      </Group>
    </Radio.Group>
  );
}
