/** One pair of paragraphs: what stood at the left, what became of it, what stands at the right. */
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlignedPair } from '../../../shared/domain/alignment.ts';
import { type CharacterChange, characterDiff, compareCells } from '../../../shared/domain/roll/compare.ts';
import styles from './compare.module.css';
import { MarkedText } from './marked-text.tsx';

function Side({ text, changes, hides }: SideProps) {
  const { t } = useTranslation('compare');
  if (text === null) return <p className={styles.nothing}>{t('none')}</p>;
  return <MarkedText parts={changes?.filter(({ kind }) => kind !== hides) ?? [{ kind: 'kept', text }]} />;
}

interface SideProps {
  text: string | null;
  changes: readonly CharacterChange[] | null;
  /** The kind of change that belongs to the other side. */
  hides: CharacterChange['kind'];
}

/** A row of a table: the cells of one side, those that differ from the other side marked. */
function Cells({ cells, side }: { cells: readonly AlignedPair[]; side: 'left' | 'right' }) {
  return (
    <p className={styles.cells}>
      {cells.map((cell, column) => {
        const Tag = cell.kind === 'unchanged' ? 'span' : side === 'left' ? 'del' : 'ins';
        // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their column
        return <Tag key={column}>{cell[side] ?? ''}</Tag>;
      })}
    </p>
  );
}

export const CompareRowView = memo(({ pair }: { pair: AlignedPair }) => {
  const { t } = useTranslation('compare');
  const { kind, left, right } = pair;
  const changes = useMemo(
    () => (left === null || right === null || left === right ? null : characterDiff(left, right)),
    [left, right],
  );
  const cells = useMemo(
    () => (left?.includes('\t') && right?.includes('\t') ? compareCells(left, right) : null),
    [left, right],
  );
  return (
    <li className={styles.row} data-kind={kind}>
      {cells ? <Cells cells={cells} side="left" /> : <Side text={left} changes={changes} hides="added" />}
      <span className={styles.kind} data-kind={kind}>
        {t(`kind.${kind}`)}
      </span>
      {cells ? <Cells cells={cells} side="right" /> : <Side text={right} changes={changes} hides="removed" />}
    </li>
  );
});
