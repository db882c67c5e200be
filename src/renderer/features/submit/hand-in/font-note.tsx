/** The fonts of the format that this computer lacks, told before anything goes out; nothing where it has them all. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleFont } from '../../../../shared/domain/font-report.ts';
import { call } from '../../../api/client.ts';
import { useReportSession } from '../../../app/report-session.ts';
import styles from './hand-in.module.css';
import { missingFonts } from './missing-fonts.ts';

export function FontNote() {
  const { t } = useTranslation('submit');
  const reportId = useReportSession((session) => session.report.id);
  const formatProfileId = useReportSession((session) => session.report.formatProfileId);
  const [roles, setRoles] = useState<readonly RoleFont[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another format has other fonts.
  useEffect(() => {
    let left = false;
    void call('font.report', { reportId }).then((outcome) => {
      // Without an answer nothing can be said; the documents are made all the same.
      if (!left) setRoles(outcome.ok ? outcome.value.roles : []);
    });
    return () => {
      left = true;
    };
  }, [reportId, formatProfileId]);

  const missing = missingFonts(roles);
  if (missing.length === 0) return null;
  return (
    <details className={styles.fonts}>
      <summary>
        {t('fonts.missing', { fonts: missing.map(({ wanted }) => wanted).join(t('fonts.separator')) })}
      </summary>
      <ul>
        {missing.map(({ wanted, used, bold }) => (
          <li key={`${wanted} ${used} ${bold}`}>
            {t(bold ? 'fonts.replacedBold' : 'fonts.replaced', { wanted, used })}
          </li>
        ))}
      </ul>
      {t('fonts.elsewhere')}
    </details>
  );
}
