/** What a search has found: each hit's paragraph with the words marked, and the way to its topic. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './help.module.css';
import { showTopic } from './help-store.ts';
import type { HelpTopic } from './help-topic.ts';
import { prepareReading, readCharacters } from './read-characters.ts';
import { type HelpHit, searchHelp } from './search-help.ts';

export function HelpHits({ topics, query }: { topics: readonly HelpTopic[]; query: string }) {
  const { t } = useTranslation('help');
  const [readable, setReadable] = useState(false);
  useEffect(() => {
    void prepareReading().then(() => setReadable(true));
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the dictionary is there, the same query finds more.
  const hits = useMemo(() => searchHelp(topics, query, readCharacters), [topics, query, readable]);
  return (
    <>
      <p className={styles.count} role="status">
        {hits.length === 0 ? t('none', { query }) : t('found', { count: hits.length })}
      </p>
      <ul className={styles.list}>
        {hits.map((hit) => (
          <li key={`${hit.id} ${hit.paragraph}`}>
            <button type="button" className={styles.hit} onClick={() => showTopic(hit.id)}>
              <span className={styles.hitTitle}>{hit.title}</span>
              <MarkedParagraph hit={hit} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function MarkedParagraph({ hit: { paragraph, marks } }: { hit: HelpHit }) {
  const pieces: { at: number; text: string; marked: boolean }[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    pieces.push({ at, text: paragraph.slice(at, from), marked: false });
    pieces.push({ at: from, text: paragraph.slice(from, to), marked: true });
    at = to;
  }
  pieces.push({ at, text: paragraph.slice(at), marked: false });
  return (
    <span className={styles.hitText}>
      {pieces.map((piece) =>
        piece.marked ? (
          <mark key={piece.at}>{piece.text}</mark>
        ) : (
          <span key={`${piece.at} plain`}>{piece.text}</span>
        ),
      )}
    </span>
  );
}
