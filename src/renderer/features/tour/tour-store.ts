/** 走一遍示例: five steps through the five places, in working order; left and taken up again as the person likes. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Observation } from '../../../shared/domain/model.ts';
import { failed, type Outcome } from '../../../shared/errors.ts';
import { call } from '../../api/client.ts';
import { keepChoice, keptChoice } from '../../app/kept-choice.ts';
import { reportSession } from '../../app/report-session.ts';
import { navigate, type Place, places } from '../../app/route.ts';
import { showIndicator } from '../data/data-view.ts';
import { tellChangedNumber } from './changed-number.ts';
import { type TourNumber, tourNumber } from './tour-number.ts';

export const tourSteps: readonly Place[] = places;

const storageKey = 'xiangbao.tour';

/** How far this computer's person has come: `never` began, stopped `at` a step, or `done`. */
export type TourProgress = { kind: 'never' } | { kind: 'at'; step: number } | { kind: 'done' };

function keptProgress(): TourProgress {
  const kept = keptChoice(storageKey);
  const place = tourSteps.find((one) => one === kept);
  if (place !== undefined) return { kind: 'at', step: tourSteps.indexOf(place) };
  return kept === 'done' ? { kind: 'done' } : { kind: 'never' };
}

export interface TourState {
  progress: TourProgress;
  /** Null while nobody is on the tour. */
  running: {
    reportId: string;
    step: number;
    /** A person's own report: there it shows, and asks for nothing to be changed. */
    own: boolean;
    number: TourNumber | null;
    /** The number's cell as the tour found it. */
    before: Observation | null;
  } | null;
}

export const tour = createStore<TourState>()(() => ({ progress: keptProgress(), running: null }));

export function useTour<T>(selector: (state: TourState) => T): T {
  return useStore(tour, selector);
}

/** The sample's report, put into an empty workspace where it is not there yet; else the newest of one's own. */
async function tourReport(): Promise<Outcome<{ reportId: string; own: boolean }>> {
  const state = await call('sample.state', {});
  if (!state.ok) return state;
  const known = state.value.sample?.reportId ?? null;
  if (known !== null) return { ok: true, value: { reportId: known, own: false } };
  const status = await call('workspace.status', {});
  if (!status.ok) return status;
  const [own] = status.value.reports;
  if (own !== undefined) return { ok: true, value: { reportId: own.id, own: true } };
  const opened = await call('sample.open', {});
  if (!opened.ok) return failed(opened.error.code, opened.error.parameters);
  return { ok: true, value: { reportId: opened.value.reportId, own: false } };
}

/** Begins at a step, counted from 0. Failures: those of opening the sample. */
export async function beginTour(step = 0): Promise<Outcome<null>> {
  const found = await tourReport();
  if (!found.ok) return found;
  tour.setState({ running: { ...found.value, step, number: null, before: null } });
  goToStep(step);
  return { ok: true, value: null };
}

export function goToStep(step: number): void {
  const { running } = tour.getState();
  const place = tourSteps[step];
  if (running === null || place === undefined) return;
  keepChoice(storageKey, place);
  tour.setState({ progress: { kind: 'at', step }, running: { ...running, step } });
  prepareStep();
  navigate({ screen: 'report', reportId: running.reportId, place });
}

/** Shows the chapter or the cell that the step is about; to be called again when the report has opened. */
export function prepareStep(): void {
  const { running } = tour.getState();
  const { phase, numbered, tables, report, selectChapter } = reportSession.getState();
  if (running === null || phase.kind !== 'open' || phase.reportId !== running.reportId) return;
  const number =
    running.number ??
    tourNumber(
      numbered.map(({ chapter }) => chapter),
      tables.indicators,
    );
  const before =
    running.before ??
    tables.observations.find(
      ({ indicatorId, year }) => indicatorId === number?.indicator.id && year === report.year,
    ) ??
    null;
  tour.setState({ running: { ...running, number, before } });
  if (number === null) return;
  if (tourSteps[running.step] === 'write') selectChapter(number.chapterId);
  if (tourSteps[running.step] === 'data') showIndicator(number.indicator);
}

/** Leaves it where it is, to be taken up again. */
export function leaveTour(): void {
  const { running } = tour.getState();
  if (running === null) return;
  tour.setState({ running: null });
  tellChangedNumber(running);
}

export function finishTour(): void {
  keepChoice(storageKey, 'done');
  tour.setState({ progress: { kind: 'done' } });
  leaveTour();
  navigate({ screen: 'home' });
}
