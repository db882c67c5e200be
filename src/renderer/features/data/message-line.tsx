/** The line under the grid: what the latest act did and left out; without one, the keys. */
import { useTranslation } from 'react-i18next';
import type { ActNotice } from './act-words.ts';

export function MessageLine({ id, notice }: { id: string; notice: ActNotice | null }) {
  const { t } = useTranslation('data');
  return (
    <p id={id} className="data-message" data-tone={notice?.tone ?? 'quiet'} aria-live="polite">
      {notice?.text ?? t('keysHint')}
    </p>
  );
}
