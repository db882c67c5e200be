/** 帮助: at the side of the work, which stays usable, so that one can read and do. */
import { Button, CloseButton, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/errors.ts';
import { navigate } from '../../app/route.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { currentLanguage, type Language } from '../../i18n/index.ts';
import { beginTour } from '../tour/tour-store.ts';
import styles from './help.module.css';
import { HelpHits } from './help-hits.tsx';
import { loadHelp } from './help-library.ts';
import { closeHelp, help, helpTextId, showTopic, useHelp } from './help-store.ts';
import type { HelpTopic } from './help-topic.ts';
import { TopicView } from './topic-view.tsx';

function useTopics(language: Language): { topics: HelpTopic[] | null; failed: boolean } {
  const [topics, setTopics] = useState<HelpTopic[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    loadHelp(language).then(setTopics, () => setFailed(true));
  }, [language]);
  return { topics, failed };
}

export function HelpPanel() {
  const { t } = useTranslation(['help', 'about', 'common']);
  const { topics, failed } = useTopics(currentLanguage());
  const topicId = useHelp((state) => state.topicId);
  const query = useHelp((state) => state.query);
  const [failure, setFailure] = useState<Failure | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);

  useEffect(() => search.current?.focus(), []);
  // Another topic begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the topic is what the effect follows.
  useEffect(() => {
    if (body.current) body.current.scrollTop = 0;
  }, [topicId, query]);

  const tour = async () => {
    const outcome = await beginTour();
    setFailure(outcome.ok ? null : outcome.error);
    if (outcome.ok) closeHelp();
  };
  const topic = topics?.find(({ id }) => id === topicId);
  return (
    <aside
      className={styles.panel}
      aria-label={t('help:title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        if (query === '') closeHelp();
        else help.setState({ query: '' });
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.heading}>{t('help:title')}</h2>
        <CloseButton aria-label={t('common:close')} onClick={closeHelp} />
      </div>
      <TextInput
        ref={search}
        type="search"
        aria-label={t('help:search')}
        placeholder={t('help:searchHint')}
        value={query}
        onChange={(event) => help.setState({ query: event.currentTarget.value })}
      />
      <div className={styles.body} ref={body} id={helpTextId} tabIndex={-1}>
        {failed && <p>{t('help:unreadable')}</p>}
        {topics && query.trim() !== '' && <HelpHits topics={topics} query={query} />}
        {topics && query.trim() === '' && topic && <TopicView topic={topic} topics={topics} />}
        {topics && query.trim() === '' && !topic && (
          <ul className={styles.list}>
            {topics.map(({ id, title }) => (
              <li key={id}>
                <button type="button" className={styles.link} onClick={() => showTopic(id)}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {failure && <FailureNote failure={failure} />}
      <div className={styles.foot}>
        {topic && query.trim() === '' && (
          <Button size="compact-sm" variant="default" onClick={() => showTopic(null)}>
            {t('help:all')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => void tour()}>
          {t('help:offer.begin')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => navigate({ screen: 'about' })}>
          {t('about:menu')}
        </Button>
      </div>
    </aside>
  );
}
