/** The card of a literal number: which number of the tables it is, and what binding it would do. */
import { Button, CloseButton, Group, Radio, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../../../shared/domain/model.ts';
import {
  fittingIndicators,
  type LiteralBinding,
  type LiteralEffect,
  literalEffect,
} from '../../../../shared/domain/propose/bind-literal.ts';
import { askedIndicators } from '../../../../shared/domain/topic-members.ts';
import { reportSession, useReportSession } from '../../../app/report-session.ts';
import styles from './bind-card.module.css';
import { IndicatorSelect } from './indicator-select.tsx';
import type { LiteralNumber } from './literal-number.ts';
import { NewIndicatorForm } from './new-indicator-form.tsx';

const mostProposed = 4;

/** The indicators that fit, looked for once: what the person sees must not move while it is read. */
function proposalsFor({ literal }: LiteralNumber): Indicator[] {
  const { tables, report, book, guidance, numbered, selectedChapterId } = reportSession.getState();
  const chapter = numbered.find((one) => one.chapter.id === selectedChapterId)?.chapter;
  return fittingIndicators(
    literal,
    {
      indicators: askedIndicators(tables.indicators, report.year),
      templateChapters: guidance.chapters,
      templateChapterKey: chapter?.templateChapterKey ?? null,
      book,
      year: report.year,
    },
    mostProposed,
  );
}

function waysOf({ byTable, byText }: LiteralEffect): LiteralBinding[] {
  return [byTable, byText].flatMap((way) => (way ? [way] : []));
}

/** What binding does to the place and to the table, in words. */
function Effect({ effect, original }: { effect: LiteralEffect; original: string }) {
  const { t } = useTranslation(['write', 'format']);
  const changed = waysOf(effect).filter(({ shows, place }) => shows !== place.text);
  return (
    <div className={styles.effect} role="status">
      <p>
        {t(`bindText.effect.${effect.kind}`, {
          original,
          table: effect.byTable?.shows ?? t('binding.missing'),
          text: effect.byText?.shows ?? original,
        })}
      </p>
      {/* Where the two differ, each button says what will stand there. */}
      {effect.kind !== 'different' &&
        changed.map(({ shows, place }) => (
          <p key={place.text}>
            {t('bindText.shows', { shows: shows ?? t('binding.missing'), original: place.text })}
          </p>
        ))}
    </div>
  );
}

export interface BindCardProps {
  number: LiteralNumber;
  onBind: (indicator: Indicator, yearOffset: number, binding: LiteralBinding) => void;
  onClose: () => void;
}

export function BindCard({ number, onBind, onClose }: BindCardProps) {
  const { t } = useTranslation(['write', 'format']);
  const { found } = number.literal;
  const reportYear = useReportSession((session) => session.report.year);
  const book = useReportSession((session) => session.book);
  const proposed = useMemo(() => proposalsFor(number), [number]);
  const [others, setOthers] = useState<readonly Indicator[]>([]);
  const [chosenId, setChosenId] = useState<string | null>(proposed[0]?.id ?? null);
  const [yearOffset, setYearOffset] = useState<number>(number.literal.yearOffset);
  const [creating, setCreating] = useState(false);

  const listed = [...proposed, ...others];
  const chosen = listed.find(({ id }) => id === chosenId);
  const effectOn = (indicator: Indicator) =>
    literalEffect(found, indicator, book.cell(indicator.id, reportYear + yearOffset).entry);
  const choose = (id: string) => {
    setChosenId(id);
    const indicator = book.indicator(id);
    if (indicator && !listed.some((one) => one.id === id)) setOthers([...others, indicator]);
  };
  const effect = chosen ? effectOn(chosen) : null;
  const ways = effect ? waysOf(effect) : [];
  // With one way there is nothing to choose: Enter takes it.
  const only = ways.length === 1 ? ways[0] : undefined;
  return (
    <div className={styles.card}>
      <div className={styles.title}>
        <b>{t('bindText.titleOf', { text: found.text })}</b>
        <CloseButton size="sm" aria-label={t('binding.close')} onClick={onClose} />
      </div>
      <SegmentedControl
        size="xs"
        aria-label={t('format:card.which')}
        value={String(yearOffset)}
        data={[0, -1].map((offset) => ({
          value: String(offset),
          label: t('bindText.year', { year: reportYear + offset }),
        }))}
        onChange={(value) => setYearOffset(Number(value))}
      />
      {creating ? (
        <NewIndicatorForm
          number={number}
          onCancel={() => setCreating(false)}
          onCreated={(indicator) => {
            // Its cell is empty, so that it takes the number.
            const { byText } = literalEffect(found, indicator, { kind: 'empty' });
            if (byText) onBind(indicator, yearOffset, byText);
          }}
        />
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen && only) onBind(chosen, yearOffset, only);
          }}
        >
          {listed.length > 0 && (
            <Radio.Group aria-label={t('bindText.which')} value={chosenId} onChange={choose}>
              <div className={styles.proposals}>
                {listed.map((indicator) => (
                  <Radio
                    key={indicator.id}
                    size="xs"
                    value={indicator.id}
                    data-autofocus={indicator.id === chosenId || undefined}
                    label={
                      <span className={styles.proposal}>
                        <span>{indicator.name}</span>
                        <span className={styles.faint}>
                          {t(`bindText.brief.${effectOn(indicator).kind}`)}
                        </span>
                      </span>
                    }
                  />
                ))}
              </div>
            </Radio.Group>
          )}
          {listed.length === 0 && <p className={styles.faint}>{t('bindText.noProposal')}</p>}
          <IndicatorSelect
            label={t('bindText.other')}
            placeholder={t('condition.indicatorPlaceholder')}
            value={null}
            onChange={choose}
          />
          {effect && <Effect effect={effect} original={found.text} />}
          <Group gap="xs">
            {only && (
              <Button type="submit" size="compact-sm">
                {t(only.write ? 'bindText.fill' : 'bindText.bind')}
              </Button>
            )}
            {!only &&
              ways.map((way) => (
                <Button
                  key={way.write ? 'text' : 'table'}
                  size="compact-sm"
                  variant="light"
                  onClick={() => chosen && onBind(chosen, yearOffset, way)}
                >
                  {t(way.write ? 'bindText.byText' : 'bindText.byTable', {
                    shows: way.shows ?? t('binding.missing'),
                  })}
                </Button>
              ))}
            <Button
              size="compact-sm"
              variant="default"
              data-autofocus={listed.length === 0 || undefined}
              onClick={() => setCreating(true)}
            >
              {t('bindText.create')}
            </Button>
          </Group>
        </form>
      )}
    </div>
  );
}
