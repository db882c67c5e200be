/** A chart as wide as its place, with all its numbers in words for a screen reader. */
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { figureChart } from '../../../shared/domain/figure-chart.ts';
import { type FigureContent, figureInWords } from '../../../shared/domain/figure-content.ts';
import styles from './chart-view.module.css';
import { drawChart, interfaceType } from './draw-chart.ts';

export function ChartView({ content }: { content: FigureContent }) {
  const { t } = useTranslation('figure');
  const { ref, width, height } = useElementSize();
  const host = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (width === 0 || height === 0) return;
    let left = false;
    const frame = { width: Math.floor(width), height: Math.floor(height), ...interfaceType() };
    drawChart(figureChart(content), frame).then(
      // The drawing before stays until this one is there: nothing flashes.
      (svg) => {
        if (!left) host.current?.replaceChildren(svg);
      },
      () => {
        if (!left) setFailed(true);
      },
    );
    return () => {
      left = true;
    };
  }, [content, width, height]);
  return (
    <div ref={ref} className={styles.place}>
      {failed ? (
        <p>{t('chart.failed')}</p>
      ) : (
        <div ref={host} className={styles.drawing} role="img" aria-label={figureInWords(content)} />
      )}
    </div>
  );
}
