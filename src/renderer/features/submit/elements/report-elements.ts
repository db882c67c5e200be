/** 公文要素 of the open report, by name: reading one, changing one, and taking the change back in the report's timeline. */
import { type Imprint, imprintSchema } from '../../../../shared/domain/imprint.ts';
import type { Report } from '../../../../shared/domain/model.ts';
import { failed } from '../../../../shared/errors.ts';
import { type ReportPatch, reportSession } from '../../../app/report-session.ts';
import { goToPlace, openPlace } from '../../../app/sight.ts';
import { translate } from '../../../i18n/index.ts';

export type ElementName = keyof Imprint | 'title' | 'documentNumber' | 'addressee' | 'signature' | 'issuedOn';

function isImprint(name: ElementName): name is keyof Imprint {
  return Object.hasOwn(imprintSchema.shape, name);
}

/** As stored: null is a date that is open. */
export function elementValue(report: Report, name: ElementName): string | null {
  return isImprint(name) ? report.imprint[name] : report[name];
}

export function elementPatch(report: Report, name: ElementName, value: string | null): ReportPatch {
  return isImprint(name) ? { imprint: { ...report.imprint, [name]: value } } : { [name]: value };
}

/** Shows the change at once and saves it; a step of the timeline is made by `recordElement`. */
export function setElement(name: ElementName, value: string | null): void {
  const { report, updateReport } = reportSession.getState();
  updateReport(elementPatch(report, name, value));
}

/** Puts a change that has been made into the timeline of the report, as one act. */
export function recordElement(name: ElementName, before: string | null, after: string | null): void {
  if (before === after) return;
  const put = (value: string | null) => {
    if (reportSession.getState().report.state === 'final') return Promise.resolve(failed('report.final'));
    setElement(name, value);
    return undefined;
  };
  reportSession.getState().recordStep({
    undo: () => put(before),
    redo: () => put(after),
    describe: () => translate('submit:data.step', { element: translate(`submit:element.${name}`) }),
    isInSight: () => openPlace() === 'submit',
    show: () => goToPlace('submit'),
  });
}

/** Changes an element as one act: what a button or a choice does. */
export function changeElement(name: ElementName, value: string | null): void {
  const before = elementValue(reportSession.getState().report, name);
  setElement(name, value);
  recordElement(name, before, value);
}
