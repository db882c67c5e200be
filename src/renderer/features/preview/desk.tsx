/** The desk: all pages one under another; a click or Enter on a piece of text leads to where it is written. */
import { type KeyboardEvent, type MouseEvent, useDeferredValue, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnFonts } from '../../../shared/domain/page-nodes.ts';
import { blockByKey, focusBlock, focusedBlock, originOf, printedPointAt } from './block-element.ts';
import { goToSource } from './go-to-source.ts';
import { PageSheet } from './page-sheet.tsx';
import styles from './preview.module.css';
import type { ShownPage } from './received-pages.ts';
import { deskY } from './text-anchor.ts';
import type { ShownBlock } from './use-arrival.ts';
import type { Desk as DeskState } from './use-desk.ts';

/** Pages so far from the one in sight are drawn at once, the others when nothing more urgent is to be done. */
const near = 2;
const none: readonly ShownPage[] = [];

export interface DeskProps {
  pages: readonly ShownPage[];
  /** Null where there are no pages. */
  fonts: DrawnFonts | null;
  desk: DeskState;
  /** The block that somebody was led to, until it has been seen. */
  arrived: ShownBlock | null;
}

export function Desk({ pages, fonts, desk, arrived }: DeskProps) {
  const { t } = useTranslation('preview');
  const hint = useId();
  const { layout, pageIndex, setDesk, look, goToPage } = desk;
  const later = useDeferredValue(pages, none);

  const open = (element: Element, at: { x: number; y: number } | null) => {
    const { pageIndex: index, blockIndex, bindingId } = originOf(element);
    const block = pages[index]?.page.blocks[blockIndex];
    const whole = element.closest('[data-block]');
    if (block) goToSource({ block, bindingId, point: at && whole && printedPointAt(whole, at) });
  };
  const onClick = (event: MouseEvent) => {
    const selected = window.getSelection();
    // Whoever has just marked words wants to copy them.
    if (!(event.target instanceof Element) || (selected && !selected.isCollapsed)) return;
    if (event.target.closest('[data-block]')) open(event.target, { x: event.clientX, y: event.clientY });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const onDesk = event.target === event.currentTarget;
    const focused = focusedBlock();
    if (event.key === 'Tab' && !event.shiftKey && onDesk) {
      if (!focusBlock(firstInSight(event.currentTarget))) return;
    } else if (event.key === 'Enter' && focused) open(focused, null);
    else if (focused && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      focusBlock(blockByKey(event.currentTarget, focused, event.key));
    } else if (event.key === 'Escape' && focused) event.currentTarget.focus();
    else if (desk.zoom.kind === 'page' && (event.key === 'PageDown' || event.key === 'PageUp')) {
      goToPage(pageIndex + (event.key === 'PageDown' ? 1 : -1));
    } else return;
    event.preventDefault();
  };
  const firstInSight = (element: HTMLElement) => {
    const place = desk.places.find(({ page, top }) => deskY(layout, page, top) >= element.scrollTop - 1);
    return place && element.querySelector(`[data-sheet="${place.page}"] [data-block="${place.block}"]`);
  };

  return (
    <section
      ref={setDesk}
      className={`paper-desk ${styles.desk}`}
      aria-label={t('desk.label')}
      aria-describedby={hint}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
      tabIndex={0}
      onScroll={look}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <p id={hint} className="visually-hidden">
        {t('desk.hint')}
      </p>
      <div className={styles.pages} style={{ height: layout.height, minWidth: layout.width }}>
        {fonts &&
          layout.pages.map((placed, index) => {
            const shown = Math.abs(index - pageIndex) <= near ? pages[index] : later[index];
            return (
              <PageSheet
                // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the document
                key={index}
                index={index}
                count={layout.pages.length}
                page={shown?.page ?? null}
                fonts={fonts}
                marked={arrived?.page === index ? arrived.block : null}
                {...placed}
              />
            );
          })}
      </div>
    </section>
  );
}
