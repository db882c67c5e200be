import { Anchor, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { reportSession, useReportSession } from '../../app/report-session.ts';
import { routeHash } from '../../app/route.ts';

/** Stands for the national standard, which has no id. */
const standard = '';

/** 格式 of the open report's recipient, saved when chosen. A format that is out of sight stays shown while it is used. */
export function FormatSelect() {
  const { t } = useTranslation('profile');
  const chosenId = useReportSession((session) => session.report.formatProfileId);
  const final = useReportSession((session) => session.report.state === 'final');
  const [formats, setFormats] = useState<{ id: string | null; name: string }[]>([]);

  useEffect(() => {
    const read = async () => {
      const listed = await call('formatProfile.list', {});
      if (!listed.ok) return;
      const isListed = listed.value.formats.some(({ id }) => id === chosenId);
      const own = isListed ? null : await call('formatProfile.read', { id: chosenId });
      setFormats([...listed.value.formats, ...(own?.ok ? [own.value] : [])]);
    };
    void read();
  }, [chosenId]);

  return (
    <Select
      label={t('select.label')}
      description={
        <>
          {t('select.hint')} <Anchor href={routeHash({ screen: 'formats' })}>{t('select.manage')}</Anchor>
        </>
      }
      data={formats.map(({ id, name }) => ({
        value: id ?? standard,
        label: id === null ? t('national') : name,
      }))}
      value={chosenId ?? standard}
      allowDeselect={false}
      readOnly={final}
      onChange={(value) => {
        if (value === null) return;
        const formatProfileId = value === standard ? null : value;
        reportSession.getState().updateReport({ formatProfileId });
      }}
    />
  );
}
