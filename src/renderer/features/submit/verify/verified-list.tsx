/** What was found of each submission: whether it is whole and unchanged, file by file, and its numbers. */
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerifiedSubmission } from '../../../../shared/contract/submission-methods.ts';
import { isProtectedName } from '../../../../shared/domain/protection/protected-file.ts';
import { Verdict } from '../../../components/verdict.tsx';
import { currentLanguage } from '../../../i18n/index.ts';
import { AskPassword, asksForPassword, PasswordFailure } from '../../protection/ask-password.tsx';
import { UnpackButton } from './unpack-button.tsx';
import { VerifiedNumbers } from './verified-numbers.tsx';
import styles from './verify.module.css';
import { type Subject, type Verified, verify } from './verify-store.ts';

interface VerifiedListProps {
  verified: Verified;
  /** What was asked for, to ask again with a password. */
  subject: Subject | null;
  /** What they were opened with. */
  password: string | null;
}

export function VerifiedList({ verified, subject, password }: VerifiedListProps) {
  const asks = verified.submissions.some(({ failure }) => failure !== null && asksForPassword(failure.code));
  return (
    <>
      {verified.submissions.map((submission) => (
        <VerifiedView key={submission.path} submission={submission}>
          {subject && submission.ok && isProtectedName(submission.name) && (
            <UnpackButton grant={subject.grant} name={submission.name} password={password} />
          )}
        </VerifiedView>
      ))}
      {subject && asks && <AskPassword busy={false} onPassword={(typed) => void verify(subject, typed)} />}
    </>
  );
}

interface VerifiedViewProps {
  submission: VerifiedSubmission;
  /** What can be done with it, below the verdict. */
  children: ReactNode;
}

function VerifiedView({ submission, children }: VerifiedViewProps) {
  const { t } = useTranslation(['submission', 'submit']);
  const { name, path, ok, about, failure, files, numbers, listed, restored } = submission;
  return (
    <section className={styles.submission} aria-label={name}>
      <div>
        <Title order={3} fz="sm">
          {about?.title ?? name}
        </Title>
        <Text fz="xs" c="var(--ink-2)" className={styles.path ?? ''}>
          {path}
        </Text>
      </div>
      {failure ? (
        <PasswordFailure failure={failure} />
      ) : (
        <Verdict good={ok}>{ok ? `✓ ${t('verify.good')}` : `✗ ${t('verify.bad')}`}</Verdict>
      )}
      {about && (
        <Text fz="sm">
          {[
            about.organization,
            t('verify.year', { year: about.year }),
            t(`submit:look.${about.look}`),
            t(`submit:mode.${about.mode}`),
            t('verify.written', { when: new Date(about.createdAt).toLocaleString(currentLanguage()) }),
          ].join(' · ')}
        </Text>
      )}
      {children}
      {restored && <Text fz="sm">{t('verify.restored')}</Text>}
      {files.length > 0 && (
        <ul className={styles.files} aria-label={t('verify.files')}>
          {files.map((file) => (
            <li key={file.name} data-bad={!file.ok || undefined}>
              <span className={styles.mark} aria-hidden="true">
                {file.ok ? '✓' : '✗'}
              </span>
              <span className={styles.name}>{file.name}</span>
              <span>{file.reason === null ? t('verify.same') : t(`problem.${file.reason}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <VerifiedNumbers numbers={numbers} listed={listed} />
    </section>
  );
}
