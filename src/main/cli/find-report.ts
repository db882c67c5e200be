import type { ReportCard } from '../../shared/contract.ts';
import { CommandFailure } from './command.ts';
import type { Session } from './session.ts';

/** The report of `year`, of the template `templateKey` where more than one subject is in the workspace. */
export async function findReportOfYear(
  session: Session,
  year: number,
  templateKey: string | undefined,
): Promise<ReportCard> {
  const { reports } = await session.call('workspace.status', {});
  const found = reports.find(
    (report) => report.year === year && (templateKey === undefined || report.templateKey === templateKey),
  );
  if (found === undefined) throw new CommandFailure({ code: 'report.notFound', parameters: { year } });
  return found;
}

/** The template asked for, or the only or first one that is shipped. */
export async function chooseTemplate(session: Session, templateKey: string | undefined) {
  const { templates } = await session.call('template.list', {});
  const found = templates.find((template) => templateKey === undefined || template.key === templateKey);
  if (found === undefined) {
    throw new CommandFailure({ code: 'template.notFound', parameters: { name: templateKey ?? '' } });
  }
  return found;
}
