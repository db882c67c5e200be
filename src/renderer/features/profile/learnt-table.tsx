import { Button, Group, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatProblems } from '../../../shared/domain/format-problems.ts';
import { nationalStandardProfile } from '../../../shared/domain/format-profile.ts';
import type { LearntFormat } from '../../../shared/domain/learnt-format.ts';
import { FailureNote } from '../../components/failure-note.tsx';
import { formatDesk, useFormats } from './format-desk.ts';
import { freeName, type ListedFormat } from './format-store.ts';
import { learntWords } from './learnt-words.ts';
import { PageDrawing } from './page-drawing.tsx';
import { ProblemList } from './problem-list.tsx';
import styles from './profile.module.css';

interface LearntTableProps {
  /** The sample's file name. */
  name: string;
  learnt: LearntFormat;
  formats: readonly ListedFormat[];
  onKept: () => void;
  /** Chooses another file. */
  again: ReactNode;
}

/** What was found, field by field, beside the national standard; nothing is kept until the person says so. */
export function LearntTable({ name: fileName, learnt, formats, onKept, again }: LearntTableProps) {
  const { t } = useTranslation('profile');
  const [profile, setProfile] = useState(learnt.profile);
  const [name, setName] = useState(() => freeName(fileName.replace(/\.docx$/iu, ''), formats));
  const failure = useFormats((state) => state.failure);
  const found = learnt.fields.filter((field) => field.found !== null).length;
  const problems = formatProblems(profile).length;

  const keep = async () => {
    if (await formatDesk.create({ name: name.trim(), profile })) onKept();
  };

  return (
    <div className={styles.editor}>
      <div className={styles.values}>
        <Group align="flex-end" wrap="nowrap">
          <TextInput
            className={styles.nameField ?? ''}
            label={t('learn.name')}
            value={name}
            maxLength={40}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button disabled={name.trim() === '' || problems > 0} onClick={() => void keep()}>
            {t('learn.keep')}
          </Button>
          {again}
        </Group>
        <Text fz="sm" c="var(--ink-2)">
          {t('learn.summary', { name: fileName, found, all: learnt.fields.length })}
          {learnt.redHead ? t('learn.withRedHead') : t('learn.withoutRedHead')}
        </Text>
        {failure && <FailureNote failure={failure} />}
        <ProblemList format={profile} onRepair={setProfile} />
        <table className={styles.learnt}>
          <thead>
            <tr>
              <th scope="col">{t('column.field')}</th>
              <th scope="col">{t('national')}</th>
              <th scope="col">{t('column.learnt')}</th>
              <th scope="col">{t('column.evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {learnt.fields.map(({ field, found: evidence }) => {
              const standard = learntWords(field, nationalStandardProfile, t);
              const value = learntWords(field, profile, t);
              return (
                <tr key={field} data-other={value !== standard || undefined}>
                  <th scope="row">{t(`learnt.${field}`)}</th>
                  <td>{standard}</td>
                  <td>{value}</td>
                  <td data-certainty={evidence?.certainty ?? 'none'}>
                    {evidence === null
                      ? t('notFound')
                      : t('evidence', {
                          place: t(`place.${evidence.place}`),
                          certainty: t(`certainty.${evidence.certainty}`),
                        })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <aside className={styles.beside} aria-label={t('drawing.title')}>
        <PageDrawing format={profile} />
      </aside>
    </div>
  );
}
