/** One quiet line where this computer lacks fonts of the format; what stands in for them on request. */
import { Popover, Table } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleFont } from '../../../shared/domain/font-report.ts';
import { type LackingFont, lackingFonts } from './lacking-fonts.ts';
import styles from './preview.module.css';

export function FontLine({ report }: { report: readonly RoleFont[] }) {
  const { t } = useTranslation(['preview', 'format']);
  const fonts = useMemo(() => lackingFonts(report), [report]);
  if (fonts.length === 0) return null;
  const shown = ({ used, state, bold }: LackingFont) => {
    const name = state === 'shipped' ? t('preview:fonts.shipped', { name: used }) : used;
    return bold ? t('preview:fonts.bold', { name }) : name;
  };
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.fonts}>
          {t('preview:fonts.lacking', { count: fonts.length })}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('preview:fonts.which')} maw="32rem">
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('preview:fonts.wanted')}</Table.Th>
              <Table.Th>{t('preview:fonts.used')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fonts.map((font) => (
              <Table.Tr key={font.wanted}>
                <Table.Td>
                  {font.wanted}
                  <div className={styles.roles}>
                    {font.roles.map((role) => t(`preview:fonts.role.${role}`)).join(t('format:separator'))}
                  </div>
                </Table.Td>
                <Table.Td>{shown(font)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <p className={styles.fontHint}>{t('preview:fonts.hint')}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
