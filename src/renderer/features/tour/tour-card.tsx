/** The card of the present step beside what it points at. It lies over nothing that is not still usable. */
import { Button, Group, Popover, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useReportSession } from '../../app/report-session.ts';
import { useRoute } from '../../app/route.ts';
import styles from './tour.module.css';
import { TourSentence } from './tour-sentence.tsx';
import {
  finishTour,
  goToStep,
  leaveTour,
  prepareStep,
  type TourState,
  tourSteps,
  useTour,
} from './tour-store.ts';
import { focusTarget, targetOf } from './tour-target.ts';
import { useTargetBox } from './use-target-box.ts';
import { useTourKeys } from './use-tour-keys.ts';

const sides = {
  write: 'bottom-start',
  data: 'bottom-start',
  check: 'bottom-start',
  preview: 'top-end',
  submit: 'top-end',
} as const;

type Running = NonNullable<TourState['running']>;

export function TourCard() {
  const running = useTour((state) => state.running);
  return running && <RunningTour running={running} />;
}

function RunningTour({ running }: { running: Running }) {
  const { t } = useTranslation(['help', 'common']);
  const { step, reportId, number, own } = running;
  const place = tourSteps[step] ?? 'write';
  const route = useRoute();
  const there = route.screen === 'report' && route.reportId === reportId && route.place === place;
  const open = useReportSession(({ phase }) => phase.kind === 'open' && phase.reportId === reportId);
  const box = useTargetBox(there && open ? { place, number } : null);
  const found = box !== null;
  // Beside a whole page there is no room: the card stands in the corner.
  const beside = found && place !== 'preview';
  const card = useRef<HTMLDivElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const toCard = () => main.current?.focus({ preventScroll: true });
  const toTarget = () => {
    const target = there ? targetOf({ place, number }) : null;
    if (target !== null) focusTarget(target);
  };
  const leave = () => {
    toTarget();
    leaveTour();
  };
  useTourKeys(card, { toCard, toTarget, leave });

  useEffect(() => {
    if (open) prepareStep();
  }, [open]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard comes to the card with each step, and once more when its target has appeared, for places take it while they open.
  useEffect(() => {
    const frame = requestAnimationFrame(() => main.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [step, there, found]);

  const last = step === tourSteps.length - 1;
  const ring = box && <div className={styles.ring} aria-hidden="true" style={box} />;
  return (
    <Popover
      key={`${step} ${found}`}
      opened
      position={beside ? sides[place] : 'top-end'}
      width="23rem"
      shadow="md"
      withArrow={beside}
      withRoles={false}
      hideDetached={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      floatingStrategy="fixed"
      zIndex={245}
    >
      {!beside && ring}
      <Popover.Target>
        {beside && ring ? ring : <div className={styles.corner} aria-hidden="true" />}
      </Popover.Target>
      <Popover.Dropdown
        ref={card}
        className={styles.card ?? ''}
        role="dialog"
        aria-labelledby="tour-title"
        aria-describedby="tour-text"
      >
        <Text fz="xs" c="var(--ink-3)">
          {t('tour.count', { number: step + 1, count: tourSteps.length, place: t(`common:place.${place}`) })}
        </Text>
        <h2 className={styles.title} id="tour-title">
          {t(`tour.${place}.title`)}
        </h2>
        <div id="tour-text" className={styles.text}>
          <p>{t(own && place === 'data' ? 'tour.data.own' : `tour.${place}.text`)}</p>
          {place === 'data' && number && there && <TourSentence running={running} />}
          {found && <p className={styles.keys}>{t('tour.keys')}</p>}
        </div>
        <Group gap="xs" mt="sm" wrap="nowrap">
          <Button size="compact-sm" variant="subtle" color="gray" onClick={leave}>
            {t('tour.leave')}
          </Button>
          <span className={styles.space} />
          {step > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => goToStep(step - 1)}>
              {t('tour.back')}
            </Button>
          )}
          {there ? (
            <Button ref={main} size="compact-sm" onClick={() => (last ? finishTour() : goToStep(step + 1))}>
              {t(last ? 'tour.finish' : 'tour.next')}
            </Button>
          ) : (
            <Button ref={main} size="compact-sm" onClick={() => goToStep(step)}>
              {t('tour.return', { place: t(`common:place.${place}`) })}
            </Button>
          )}
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
