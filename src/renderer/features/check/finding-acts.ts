/** What can be done about a finding: go to its place, take its fix, set it aside. */
import { withFix } from '../../../shared/domain/checks/apply-fix.ts';
import type { Finding } from '../../../shared/domain/checks/finding.ts';
import { bindingsOf, type ChapterDocument } from '../../../shared/domain/document.ts';
import type { Indicator } from '../../../shared/domain/model.ts';
import { findingsSession } from '../../app/findings.ts';
import { notify } from '../../app/notices.ts';
import { type ReportSession, reportSession } from '../../app/report-session.ts';
import { navigate } from '../../app/route.ts';
import { sameJson } from '../../app/session/same-json.ts';
import { openPlace } from '../../app/sight.ts';
import { translate } from '../../i18n/index.ts';
import { showIndicator } from '../data/data-view.ts';
import { goToText, type WantedPlace } from '../write/wanted-place.ts';

/** The words of the finding as the editor counts them; null where it is not about words. */
export function textPlaceOf({ place }: Finding): WantedPlace | null {
  if (place.kind !== 'text') return null;
  const { chapterId, paragraph, from, to, bindingId } = place;
  return { chapterId, id: bindingId, words: { paragraph, range: { start: from, end: to } } };
}

/** The indicator of the one number that a finding in the text concerns; undefined where it concerns words. */
export function indicatorBehind(
  { place }: Finding,
  { chapters, tables }: Pick<ReportSession, 'chapters' | 'tables'>,
): Indicator | undefined {
  if (place.kind !== 'text' || place.bindingId === null) return undefined;
  const body = chapters.find(({ id }) => id === place.chapterId)?.body;
  const binding = body && bindingsOf(body).find(({ id }) => id === place.bindingId);
  return tables.indicators.find(({ id }) => id === binding?.indicatorId);
}

/** Goes to 数据 and stands on the year's cell. */
export function goToCell(indicator: Indicator): void {
  showIndicator(indicator);
  navigate({ screen: 'report', reportId: reportSession.getState().report.id, place: 'data' });
}

export function goToFinding(finding: Finding): void {
  const { place } = finding;
  const { report, tables, selectChapter } = reportSession.getState();
  const words = textPlaceOf(finding);
  if (words !== null) goToText(words);
  else if (place.kind === 'cell') {
    const indicator = tables.indicators.find(({ id }) => id === place.indicatorId);
    if (indicator !== undefined) goToCell(indicator);
  } else {
    selectChapter(place.chapterId);
    navigate({ screen: 'report', reportId: report.id, place: 'write' });
  }
}

/** Carries the offered fix out at once, as a step of the report's timeline. */
export function takeFix({ place, fix }: Finding): void {
  if (fix === null || place.kind !== 'text') return;
  const { chapterId, paragraph } = place;
  const bodyNow = () => reportSession.getState().chapters.find(({ id }) => id === chapterId)?.body;
  const before = bodyNow();
  const after = before === undefined ? null : withFix(before, paragraph, fix, crypto.randomUUID());
  if (before === undefined || after === null) {
    notify({ tone: 'problem', message: translate('check:fix.gone') });
    return;
  }
  /** What was written since must not be lost to the undo. */
  const replace = (from: ChapterDocument, to: ChapterDocument) => {
    if (!sameJson(bodyNow(), from)) {
      notify({ tone: 'problem', message: translate('check:fix.gone') });
      return;
    }
    reportSession.getState().saveBody(chapterId, to);
    findingsSession.checkSoon();
  };
  const { tables, recordStep } = reportSession.getState();
  const name = fix.kind === 'bind' ? tables.indicators.find(({ id }) => id === fix.indicatorId)?.name : '';
  const told =
    fix.kind === 'replace'
      ? translate('check:fix.done', { old: fix.old, text: fix.text })
      : translate('check:fix.bound', { old: fix.old, name });
  replace(before, after);
  const undoFix = recordStep({
    undo: () => void replace(after, before),
    redo: () => void replace(before, after),
    describe: () => told.replace(/。$/, ''),
    isInSight: () => openPlace() === 'check',
    show: () => goToText({ chapterId, id: null, words: { paragraph } }),
  });
  const undo = () => {
    if (!undoFix()) notify({ tone: 'problem', message: translate('check:fix.gone') });
  };
  notify({
    tone: 'success',
    message: told,
    actions: [{ label: translate('common:undo'), run: undo }],
  });
}
