/** Numbers and notes of the figures: «表1», «图1» in reading order, and what is printed below them. */
import type { ChapterDocument } from './document.ts';
import type { FigureAttributes } from './figure.ts';
import { figureChart, type LeftOut } from './figure-chart.ts';
import { type FigureContent, hasCell, notApplicableSign } from './figure-content.ts';
import type { NumberedChapter } from './outline.ts';

/** All figures of a document, in reading order. */
export function figuresOf(document: ChapterDocument): FigureAttributes[] {
  return document.content.flatMap((paragraph) =>
    (paragraph.content ?? []).flatMap((node) => (node.type === 'figure' ? [node.attrs] : [])),
  );
}

/** «表1», «图1» by figure id: tables and charts are counted apart, each through the whole report. Never stored. */
export function numberFigures(chapters: readonly NumberedChapter[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const counts = { 表: 0, 图: 0 };
  for (const { chapter } of chapters) {
    for (const { id, form } of figuresOf(chapter.body)) {
      const word = figureWord(form);
      counts[word] += 1;
      labels.set(id, `${word}${counts[word]}`);
    }
  }
  return labels;
}

/** Stands for a figure where a paragraph is told as plain text. */
export const figureInText = '［图表］';

export function figureWord(form: FigureAttributes['form']): '表' | '图' {
  return form === 'table' ? '表' : '图';
}

/** «表1　矛盾纠纷化解情况». */
export function figureCaption(label: string, title: string): string {
  return title === '' ? label : `${label}　${title}`;
}

const leftOutWords: Record<LeftOut['reason'], string> = {
  unit: '单位不同，未画入图中',
  date: '是日期，未画入图中',
  unknown: '未画入图中',
};

/** What a reader must be told below the figure, as one sentence; '' where nothing needs it. */
export function figureNote(content: FigureContent): string {
  const isTable = content.form === 'table';
  const said: string[] = [];
  const hasGap = hasCell(content, ({ state }) => state === 'gap');
  const hasNone = hasCell(content, ({ text }) => text === notApplicableSign);
  if (isTable && hasNone) said.push(`“${notApplicableSign}”表示不适用`);
  if (isTable && hasGap) said.push('空格表示当年未统计');
  if (isTable && hasCell(content, ({ adjusted }) => adjusted)) {
    said.push('个别分项数据因四舍五入作尾差调整，与合计一致');
  }
  if (!isTable && (hasGap || hasNone)) said.push('空缺处当年无数据或不适用');
  if (!isTable) {
    const byReason = Map.groupBy(figureChart(content).leftOut, ({ reason }) => reason);
    for (const [reason, series] of byReason) {
      said.push(`${series.map(({ name }) => `“${name}”`).join('')}${leftOutWords[reason]}`);
    }
  }
  return said.length === 0 ? '' : `注：${said.join('；')}。`;
}
