/** One topic. What the program calls its buttons and places is set apart, so that the eye finds it on the screen. */
import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './help.module.css';
import { showTopic } from './help-store.ts';
import type { HelpBlock, HelpTopic } from './help-topic.ts';
import { type ShortcutGroup, shortcuts } from './shortcuts.ts';

export function TopicView({ topic, topics }: { topic: HelpTopic; topics: readonly HelpTopic[] }) {
  const { t } = useTranslation('help');
  return (
    <article className={styles.topic}>
      <h3 className={styles.title}>{topic.title}</h3>
      {topic.blocks.map((block) => (
        <Block key={JSON.stringify(block)} block={block} />
      ))}
      {topic.see.length > 0 && (
        <nav className={styles.see} aria-label={t('see')}>
          <span>{t('see')}</span>
          {topics
            .filter(({ id }) => topic.see.includes(id))
            .map(({ id, title }) => (
              <button key={id} type="button" className={styles.link} onClick={() => showTopic(id)}>
                {title}
              </button>
            ))}
        </nav>
      )}
    </article>
  );
}

function Block({ block }: { block: HelpBlock }) {
  if ('text' in block) return <Words text={block.text} />;
  if ('heading' in block) return <h4 className={styles.part}>{block.heading}</h4>;
  if ('steps' in block) return <Items items={block.steps} ordered />;
  if ('points' in block) return <Items items={block.points} />;
  if ('keys' in block) return <Keys group={block.keys} />;
  return (
    <dl className={styles.terms}>
      {block.terms.map(([term, meaning]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

function Items({ items, ordered = false }: { items: readonly string[]; ordered?: boolean }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={styles.items}>
      {items.map((item) => (
        <li key={item}>
          <Words text={item} />
        </li>
      ))}
    </List>
  );
}

/** The quotation marks of the language in which the interface's own words stand. */
const quoted = /(「[^」]*」|“[^”]*”)/;

function Words({ text }: { text: string }) {
  let at = 0;
  return (
    <p>
      {text.split(quoted).map((piece) => {
        const key = at;
        at += piece.length;
        return quoted.test(piece) ? (
          <strong key={key} className={styles.name}>
            {piece.slice(1, -1)}
          </strong>
        ) : (
          <span key={key}>{piece}</span>
        );
      })}
    </p>
  );
}

function Keys({ group }: { group: ShortcutGroup }) {
  const { t } = useTranslation('help');
  const words: Readonly<Record<string, string>> = t(`keys.${group}`, { returnObjects: true });
  return (
    <>
      <h4 className={styles.part}>{words.title}</h4>
      <dl className={styles.keys}>
        {Object.entries(shortcuts[group]).map(([id, keys]) => (
          <div key={id}>
            <dt>
              <Kbd>{keys}</Kbd>
            </dt>
            <dd>{words[id]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
