/** A sentence with its numbers marked, and below it each number with the indicator it seems to be. */
import { Button, Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './bind.module.css';
import {
  acceptedOf,
  type Choices,
  choiceOf,
  effectOf,
  indicatorOptions,
  withIndicator,
  withTick,
} from './bind-choices.ts';
import type { BindItem, BindSentence, BindView } from './bind-view.ts';
import { ChoiceSelect } from './choice-select.tsx';

interface BindSentenceProps {
  view: BindView;
  sentence: BindSentence;
  /** Numbers without a proposed indicator are listed as well. */
  all: boolean;
  choices: Choices;
  onChoices: (choices: Choices) => void;
}

export function BindSentenceView({ view, sentence, all, choices, onChoices }: BindSentenceProps) {
  const items = sentence.items.filter(
    (item) => all || item.proposal.indicatorId !== null || choiceOf(choices, item).indicatorId !== null,
  );
  return (
    <div className={styles.sentence}>
      <p className={styles.text}>
        {sentence.pieces.map(({ key, text, item }) =>
          item === null ? (
            <span key={key}>{text}</span>
          ) : (
            <mark key={key} data-certainty={item.certainty}>
              {text}
            </mark>
          ),
        )}
      </p>
      <ul className={styles.items}>
        {items.map((item) => (
          <BindItemView key={item.key} view={view} item={item} choices={choices} onChoices={onChoices} />
        ))}
      </ul>
    </div>
  );
}

interface BindItemProps {
  view: BindView;
  item: BindItem;
  choices: Choices;
  onChoices: (choices: Choices) => void;
}

function BindItemView({ view, item, choices, onChoices }: BindItemProps) {
  const { t } = useTranslation('bind');
  const [choosing, setChoosing] = useState(false);
  const choice = choiceOf(choices, item);
  const accepted = acceptedOf(view, item, choice);
  const effect = accepted === null ? null : effectOf(view, item, accepted);
  const held = effect?.kind === 'held';
  const indicator = choice.indicatorId === null ? undefined : view.book.indicator(choice.indicatorId);
  const asProposed = choice.indicatorId === item.proposal.indicatorId;
  const chosen = choice.indicatorId === null ? 'declined' : 'chosen';
  const certainty = asProposed ? item.certainty : chosen;
  const choose = (indicatorId: string | null) => {
    setChoosing(false);
    onChoices(withIndicator(choices, item, indicatorId));
  };
  return (
    <li className={styles.item}>
      <Checkbox
        className={styles.tick ?? ''}
        aria-label={t('item.accept', { text: item.proposal.text })}
        checked={choice.ticked && accepted !== null && !held}
        disabled={accepted === null || held}
        onChange={(event) => onChoices(withTick(choices, item, event.currentTarget.checked))}
        label={item.proposal.text}
      />
      <div className={styles.what}>
        <div className={styles.line}>
          {choosing ? (
            <IndicatorSelect view={view} item={item} onChoose={choose} onCancel={() => setChoosing(false)} />
          ) : (
            <>
              {indicator && <span className={styles.indicator}>{indicator.name}</span>}
              <span className={styles.certainty} data-certainty={certainty}>
                {t(`certainty.${certainty}`)}
              </span>
              <Button variant="subtle" size="compact-xs" onClick={() => setChoosing(true)}>
                {indicator ? t('item.change') : t('item.choose')}
              </Button>
              {indicator && (
                <Button variant="subtle" color="gray" size="compact-xs" onClick={() => choose(null)}>
                  {t('item.none')}
                </Button>
              )}
            </>
          )}
        </div>
        {asProposed && item.proposal.evidence !== '' && (
          <Text fz="xs" c="var(--ink-3)">
            {t('item.evidence', { words: item.proposal.evidence })}
          </Text>
        )}
        {effect?.kind === 'shows' && (
          <Text fz="xs" c="var(--amber)">
            {t('item.shows', { text: effect.text })}
          </Text>
        )}
        {effect?.kind === 'held' && (
          <Text fz="xs" c="var(--amber)">
            {t('item.held', {
              year: view.year,
              value: effect.value ?? t('item.notApplicable'),
              text: item.proposal.text,
            })}
          </Text>
        )}
      </div>
    </li>
  );
}

interface IndicatorSelectProps {
  view: BindView;
  item: BindItem;
  onChoose: (indicatorId: string | null) => void;
  onCancel: () => void;
}

function IndicatorSelect({ view, item, onChoose, onCancel }: IndicatorSelectProps) {
  const { t } = useTranslation('bind');
  const { sameUnit, otherUnit } = indicatorOptions(view, item);
  const options = (indicators: typeof sameUnit) =>
    indicators.map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }));
  return (
    <ChoiceSelect
      label={t('item.indicator')}
      placeholder={t('item.search')}
      nothingFound={t('item.nothingFound')}
      data={[
        { group: t('item.sameUnit'), items: options(sameUnit) },
        { group: t('item.otherUnit'), items: options(otherUnit) },
      ]}
      onChoose={onChoose}
      onCancel={onCancel}
    />
  );
}
