/** One paragraph of last year's chapter: what became of it, and for how long it has stood. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ParagraphNode, paragraphText } from '../../../../shared/domain/document.ts';
import { characterDiff } from '../../../../shared/domain/roll/compare.ts';
import { type LineageIndex, sentenceAges } from '../../../../shared/domain/roll/staleness.ts';
import type { ShowBinding } from '../numbers.ts';
import { paragraphAge } from '../reuse/paragraph-age.ts';
import styles from './pane.module.css';
import type { ParagraphComparison } from './paragraph-comparison.ts';

export interface OldParagraphProps {
  old: ParagraphNode;
  now: ParagraphNode | null;
  fate: ParagraphComparison['fate'];
  /** The earlier reports, and the year of this one. */
  lineage: LineageIndex;
  year: number;
  showOld: ShowBinding;
  showNow: ShowBinding;
  onTake: (() => void) | null;
  onShow: () => void;
}

export function OldParagraph(props: OldParagraphProps) {
  const { old, now, fate, lineage, year, showOld, showNow, onTake, onShow } = props;
  const { t } = useTranslation(['write', 'figure']);
  const parts = useMemo(() => {
    const figure = t('figure:inText');
    const before = paragraphText(old, (binding) => showOld(binding).text, figure);
    if (!now || fate !== 'changed') return [{ kind: 'kept' as const, text: before }];
    return characterDiff(
      before,
      paragraphText(now, (binding) => showNow(binding).text || t('binding.missing'), figure),
    );
  }, [old, now, fate, showOld, showNow, t]);
  const carried = fate === 'verbatim' && now?.attrs.carriedFrom !== null;
  const age = useMemo(() => (now ? paragraphAge(sentenceAges(now, lineage)) : null), [now, lineage]);
  return (
    <li className={styles.paragraph} data-fate={carried ? 'carried' : fate}>
      <p>
        {parts.map((part, index) => {
          const Tag = part.kind === 'kept' ? 'span' : part.kind === 'removed' ? 'del' : 'ins';
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their order
          return <Tag key={index}>{part.text}</Tag>;
        })}
      </p>
      {age && (
        <div
          className={styles.age}
          data-kind={age.kind}
          title={t('lastYear.ageSpan', { from: year - age.years + 1, to: year })}
        >
          {t(`lastYear.age.${age.kind}`, {
            count: age.years,
            sentences: age.kind === 'partly' ? age.sentences : '',
          })}
        </div>
      )}
      <div className={styles.act}>
        <span className={styles.fate}>{t(carried ? 'lastYear.verbatimCarried' : `lastYear.${fate}`)}</span>
        {fate === 'absent' ? (
          onTake && (
            <button type="button" className={styles.link} onClick={onTake}>
              {t('lastYear.take')}
            </button>
          )
        ) : (
          <button type="button" className={styles.quiet} onClick={onShow}>
            {t('lastYear.show')}
          </button>
        )}
      </div>
    </li>
  );
}
