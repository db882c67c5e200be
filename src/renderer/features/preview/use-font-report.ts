import { useEffect, useState } from 'react';
import type { RoleFont } from '../../../shared/domain/font-report.ts';
import { call } from '../../api/client.ts';

const unknown: readonly RoleFont[] = [];
/** Of the report that was looked at last: whoever comes back sees its pages at once. */
let latest: { reportId: string; roles: readonly RoleFont[] } | null = null;

/** The fonts of the report's format on this computer; null until they are known. What cannot be told hinders nothing. */
export function useFontReport(reportId: string): readonly RoleFont[] | null {
  const [roles, setRoles] = useState(latest?.reportId === reportId ? latest.roles : null);
  useEffect(() => {
    let left = false;
    void call('font.report', { reportId }).then((outcome) => {
      if (left) return;
      const known = outcome.ok ? outcome.value.roles : unknown;
      const isSame = JSON.stringify(known) === JSON.stringify(latest?.roles) && latest?.reportId === reportId;
      if (!isSame) latest = { reportId, roles: known };
      setRoles(latest?.roles ?? known);
    });
    return () => {
      left = true;
    };
  }, [reportId]);
  return roles;
}
