import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../shared/domain/activity/activity.ts';
import { activityCells, activityColumns } from './activity-cells.ts';

export function ActivityTable({ activities }: { activities: readonly Activity[] }) {
  const { t } = useTranslation('protection');
  return (
    <Table verticalSpacing={4} fz="sm" aria-label={t('activity.title')}>
      <Table.Thead>
        <Table.Tr>
          {activityColumns.map((column) => (
            <Table.Th key={column} scope="col">
              {t(`activity.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {activities.map((activity, index) => {
          const cells = activityCells(activity);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two acts may have the same second; the list is never reordered.
            <Table.Tr key={index}>
              {activityColumns.map((column) => (
                <Table.Td key={column} {...(column === 'outcome' && { c: colorOf(activity) })}>
                  {cells[column]}
                </Table.Td>
              ))}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function colorOf({ failure, whole = true }: Activity): string {
  return failure === null && whole ? 'var(--teal)' : 'var(--red)';
}
