/** A page of a format, drawn small: margins in millimetres, the grid's lines, where the page number stands. */
import { useTranslation } from 'react-i18next';
import { characterPitch, type FormatProfile } from '../../../shared/domain/format-profile.ts';
import { millimetresOf } from '../../../shared/domain/lengths.ts';
import { aroundPageNumber, pageNumberSide } from '../../../shared/domain/page-number.ts';
import styles from './profile.module.css';

/** More rules than this would be a grey area. */
const mostRules = 60;

export function PageDrawing({ format }: { format: FormatProfile }) {
  const { t } = useTranslation('profile');
  const { page, grid } = format;
  const width = Math.max(0, page.width - page.left - page.right);
  const height = Math.max(0, page.height - page.top - page.bottom);
  const rules = Math.min(grid.lines, mostRules);
  const used = Math.min(width, grid.characters * characterPitch(format));
  const side = pageNumberSide(format, 'odd');
  const { before, after } = aroundPageNumber(format);
  const numberAt = { left: page.left, center: page.left + width / 2, right: page.left + width }[side];
  const anchor = ({ left: 'start', center: 'middle', right: 'end' } as const)[side];
  const margins = { side: millimetresOf(page.left), other: millimetresOf(page.right) };
  const label = t('drawing.label', {
    top: millimetresOf(page.top),
    bottom: millimetresOf(page.bottom),
    left: margins.side,
    right: margins.other,
    lines: grid.lines,
    characters: grid.characters,
  });
  return (
    <figure className={styles.drawing}>
      <svg viewBox={`-150 -150 ${page.width + 300} ${page.height + 300}`} role="img" aria-label={label}>
        <rect className={styles.paper} width={page.width} height={page.height} />
        <rect className={styles.area} x={page.left} y={page.top} width={width} height={height} />
        {Array.from({ length: rules }, (_, index) => {
          const y = page.top + (index + 1) * grid.linePitch;
          return (
            <line
              key={y}
              className={y > page.top + height + 1 ? styles.ruleOutside : styles.rule}
              x1={page.left}
              x2={page.left + used}
              y1={y}
              y2={y}
            />
          );
        })}
        <g className={styles.measure} textAnchor="middle">
          <text x={page.width / 2} y={page.top / 2 + 180}>
            {millimetresOf(page.top)}
          </text>
          <text x={page.left / 2} y={page.height / 2}>
            {margins.side}
          </text>
          <text x={page.width - page.right / 2} y={page.height / 2}>
            {margins.other}
          </text>
          <text x={page.width / 2} y={page.height - page.bottom / 2 + 180}>
            {millimetresOf(page.bottom)}
          </text>
        </g>
        <text
          className={styles.pageNumber}
          textAnchor={anchor}
          x={numberAt}
          y={page.height - format.footerDistance - 60}
        >
          {`${before}1${after}`}
        </text>
      </svg>
      <figcaption>
        <b>{t('drawing.grid', { lines: grid.lines, characters: grid.characters })}</b>
        <span>{t('drawing.area', { width: millimetresOf(width), height: millimetresOf(height) })}</span>
      </figcaption>
    </figure>
  );
}
