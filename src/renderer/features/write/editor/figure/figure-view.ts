/** How a figure looks in the text: a table or a chart with its caption. Plain page elements, no component. */
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { FigureAttributes } from '../../../../../shared/domain/figure.ts';
import { figureChart } from '../../../../../shared/domain/figure-chart.ts';
import {
  type FigureContent,
  figureInWords,
  tableHeader,
} from '../../../../../shared/domain/figure-content.ts';
import { drawChart, interfaceType } from '../../../figure/draw-chart.ts';
import type { ShownFigure } from '../../../figure/figure-view-model.ts';
import { figureOf } from '../schema.ts';
import type { FigureSource } from './figure-source.ts';

export interface FigureWords {
  /** What stands in the cell of a missing number: «待填». */
  missing: () => string;
  /** The library that draws could not be loaded. */
  notDrawn: () => string;
  /** There is no indicator in it that can be drawn. */
  nothingToDraw: () => string;
  /** What assistive technology calls it. */
  label: (caption: string) => string;
}

/** A chart is drawn once in this size and scaled to the width of the page: 156 mm by ten lines of the grid. */
const chartSize = { width: 584, height: 379 } as const;

export function createFigureView(first: ProseMirrorNode, source: FigureSource, words: FigureWords): NodeView {
  const dom = document.createElement('span');
  dom.className = 'figure-view';
  dom.contentEditable = 'false';
  let figure = figureOf(first);
  let painted = '';

  const paint = (attributes: FigureAttributes) => {
    const shown = source.getState().show?.(attributes);
    if (shown === undefined) return;
    const key = JSON.stringify(shown);
    if (key === painted) return;
    painted = key;
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', words.label(shown.caption));
    dom.dataset.form = shown.content.form;
    const caption = textElement('figure-caption', shown.caption);
    const note = shown.note === '' ? [] : [textElement('figure-note', shown.note)];
    if (shown.content.form === 'table') {
      dom.replaceChildren(caption, tableElement(shown.content, words), ...note);
      return;
    }
    // The drawing before stays until the new one is there.
    const place = dom.querySelector('.figure-chart') ?? textElement('figure-chart', '');
    dom.replaceChildren(place, caption, ...note);
    void drawInto(place, shown, words, () => painted === key);
  };
  const repaint = () => {
    if (figure) paint(figure);
  };
  const unsubscribe = source.subscribe(repaint);
  repaint();

  return {
    dom,
    update(node) {
      const next = figureOf(node);
      if (!next) return false;
      figure = next;
      repaint();
      return true;
    },
    // Its content is ours to change; the editor must not read it back as typing.
    ignoreMutation: () => true,
    destroy: unsubscribe,
  };
}

async function drawInto(
  place: Element,
  { content }: ShownFigure,
  words: FigureWords,
  isWanted: () => boolean,
): Promise<void> {
  place.setAttribute('role', 'img');
  place.setAttribute('aria-label', figureInWords(content));
  const chart = figureChart(content);
  if (chart.series.length === 0) {
    place.textContent = words.nothingToDraw();
    return;
  }
  try {
    const drawing = await drawChart(chart, { ...chartSize, ...interfaceType() });
    if (isWanted()) place.replaceChildren(drawing);
  } catch {
    if (isWanted()) place.textContent = words.notDrawn();
  }
}

function textElement(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

function tableElement(content: FigureContent, words: FigureWords): HTMLTableElement {
  const table = document.createElement('table');
  table.className = 'figure-table';
  const header = table.createTHead().insertRow();
  for (const text of tableHeader(content)) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = text;
    header.append(cell);
  }
  const body = table.createTBody();
  for (const { name, unit, cells } of content.rows) {
    const row = body.insertRow();
    const heading = document.createElement('th');
    heading.scope = 'row';
    heading.textContent = name;
    row.append(heading);
    row.insertCell().textContent = unit;
    for (const { text, state } of cells) {
      const cell = row.insertCell();
      const mark = textElement(
        state === 'carried' || state === 'missing' ? `number-${state}` : '',
        state === 'missing' ? words.missing() : text,
      );
      cell.append(mark);
    }
  }
  return table;
}
