/** One page: a white sheet on the desk. Its contents are laid out in points and shown in any size. */
import { type CSSProperties, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnFonts } from '../../../shared/domain/page-nodes.ts';
import type { DocumentPage } from '../../../shared/domain/paged-document.ts';
import type { PlacedPage } from './desk-layout.ts';
import { PageContents } from './page-contents.tsx';
import './paper.css';
import { pixelsPerPoint } from './zoom.ts';

/** Variables of the style sheet, which React's types do not know. */
function variables(values: Record<`--${string}`, string | number>): CSSProperties {
  return values as CSSProperties;
}

export interface PageSheetProps extends PlacedPage {
  /** From 0. */
  index: number;
  count: number;
  /** Null while its contents are still to be drawn. */
  page: DocumentPage | null;
  fonts: DrawnFonts;
  /** Index of a block that is pointed at. */
  marked: number | null;
}

export const PageSheet = memo((props: PageSheetProps) => {
  const { t } = useTranslation('preview');
  const { index, count, page, fonts, marked, top, width, height, scale } = props;
  return (
    <section
      className="paper"
      data-sheet={index}
      data-paper={page?.landscape ? 'turned' : 'upright'}
      aria-label={t('page.label', { page: index + 1, count })}
      style={variables({
        '--paper-top': `${top}px`,
        '--paper-width': `${width}px`,
        '--paper-height': `${height}px`,
        '--paper-scale': scale / pixelsPerPoint,
        '--contents-width': `${width / scale}pt`,
        '--contents-height': `${height / scale}pt`,
      })}
    >
      {page && (
        <div className="paper-contents">
          <PageContents page={page} fonts={fonts} marked={marked} />
        </div>
      )}
    </section>
  );
});
