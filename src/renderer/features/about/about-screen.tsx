/** 关于本机: what a supporter asks of this computer, to be copied as it is shown. */
import { Button, Group, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupportFacts } from '../../../shared/contract/support-methods.ts';
import type { Failure } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { copyText } from '../../api/copy-text.ts';
import { useDelayed } from '../../app/use-delayed.ts';
import { useFreshWorkspace, useWorkspace } from '../../app/workspace.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { PlainHeader } from '../../components/plain-header.tsx';
import { Screen } from '../../components/screen.tsx';
import styles from './about.module.css';
import { pageFacts } from './page-facts.ts';
import { saveSupportText } from './save-support-text.ts';
import { type SupportSection, supportSections, supportText } from './support-text.ts';

export function AboutScreen() {
  const { t, i18n } = useTranslation(['about', 'common']);
  useFreshWorkspace();
  const nativeDialogs = useWorkspace((workspace) => workspace.host?.nativeDialogs ?? false);
  const [facts, setFacts] = useState<SupportFacts | null>(null);
  const [damaged, setDamaged] = useState<boolean | null | undefined>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [told, setTold] = useState('');
  const slow = useDelayed(facts === null && failure === null, 300);

  useEffect(() => {
    void call('support.facts', {}).then((outcome) => {
      if (outcome.ok) setFacts(outcome.value);
      else setFailure(outcome.error);
    });
    void call('workspace.inspect', {}).then((outcome) =>
      setDamaged(outcome.ok ? outcome.value.damaged : undefined),
    );
  }, []);

  // All of one moment, the one that its first line tells.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the facts are, and again in another language.
  const page = useMemo(pageFacts, [facts, i18n.language]);
  const sections = facts && supportSections({ facts, page, damaged }, t);
  const copy = (shown: readonly SupportSection[]) =>
    setTold(t(copyText(supportText(shown, t)) ? 'about:copied' : 'about:notCopied'));
  const save = async (shown: readonly SupportSection[]) => {
    const outcome = await saveSupportText(t('about:fileName'), supportText(shown, t), nativeDialogs);
    setFailure(outcome.ok ? null : outcome.error);
    setTold(outcome.ok && outcome.value !== null ? t('about:saved', { name: outcome.value }) : '');
  };

  return (
    <Screen header={<PlainHeader title={t('about:title')} />}>
      <div className={styles.page}>
        <Text c="var(--ink-2)" fz="sm">
          {t('about:intro')}
        </Text>
        <Group gap="xs">
          <Button disabled={sections === null} onClick={() => sections && copy(sections)}>
            {t('about:copy')}
          </Button>
          <Button
            variant="default"
            disabled={sections === null}
            onClick={() => sections && void save(sections)}
          >
            {t('about:save')}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => window.history.back()}>
            {t('about:back')}
          </Button>
          <Text fz="sm" role="status">
            {told}
          </Text>
        </Group>
        {failure && <FailureNote failure={failure} />}
        {slow && <Text fz="sm">{t('about:reading')}</Text>}
        {sections && (
          <div className={styles.sections}>
            {sections.map((section) => (
              <Section key={section.name} section={section} />
            ))}
          </div>
        )}
      </div>
    </Screen>
  );
}

function Section({ section }: { section: SupportSection }) {
  return (
    <section className={styles.section} aria-label={section.name}>
      <h2 className={styles.name}>{section.name}</h2>
      <dl className={styles.lines}>
        {section.lines.map(({ label, value, problem }) => (
          <div key={label} className={styles.line} data-problem={problem || undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
