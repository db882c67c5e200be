/** Material for the tests of reuse: paragraphs, chapters and generated prose. */
import fc from 'fast-check';
import type {
  BindingAttributes,
  ChapterDocument,
  InlineNode,
  ParagraphNode,
} from '../../../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../../../src/shared/domain/model.ts';

export function binding(
  indicatorId: string,
  format: BindingAttributes['format'] = { style: 'plain', unit: true },
) {
  return {
    type: 'binding',
    attrs: { id: `place-${indicatorId}`, indicatorId, yearOffset: 0, format },
  } satisfies InlineNode;
}

/** Strings are text; nodes stand as they are. */
export function paragraph(
  parts: readonly (string | InlineNode)[],
  attrs: ParagraphNode['attrs'] = { carriedFrom: 2020 },
): ParagraphNode {
  const content = parts.map(
    (part): InlineNode => (typeof part === 'string' ? { type: 'text', text: part } : part),
  );
  return content.length === 0 ? { type: 'paragraph', attrs } : { type: 'paragraph', attrs, content };
}

export function documentOf(...content: ParagraphNode[]): ChapterDocument {
  return { type: 'doc', content };
}

export function chapter(id: string, content: ParagraphNode[], more: Partial<Chapter> = {}): Chapter {
  return {
    id,
    parentId: null,
    position: 0,
    kind: 'section',
    heading: '工作开展情况',
    runIn: false,
    templateChapterKey: null,
    body: documentOf(...content),
    done: false,
    revision: 0,
    ...more,
  };
}

/** Prose put together from pieces that occur in reports, so that facts stand beside each other in every way. */
export const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '2020年',
        '２０２０年度',
        '我镇',
        '，',
        '。',
        '《',
        '》',
        '“',
        '”',
        '（',
        '）',
        '〔2021〕8号',
        '云政字',
        '召开',
        '推进会',
        '12.4',
        '国家宪法日',
        '12345',
        '热线',
        '1.',
        '至',
        '-',
        '余',
        '万',
        '件',
        '人次',
        '%',
        '第',
        '条',
        '十四五',
        '规划',
        '二〇二〇年',
        '三月',
        '5日',
        '6月',
        '镇长',
        '张三',
        '、',
        '李四',
        '信访',
        '\ufffc',
        ' ',
        '以来',
        '关于',
        '20',
        '七',
      ),
      fc.integer({ min: 0, max: 99_999 }).map(String),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
