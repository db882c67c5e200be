/** Small chapters and documents for the tests of 写作. */
import type {
  BindingAttributes,
  ChapterDocument,
  ParagraphNode,
} from '../../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../../src/shared/domain/model.ts';

export function binding(id: string, indicatorId = 'disputes.screened'): BindingAttributes {
  return { id, indicatorId, yearOffset: 0, format: { style: 'plain', unit: true } };
}

/** A paragraph of texts and bindings. */
export function paragraph(
  pieces: readonly (string | BindingAttributes)[],
  carriedFrom: number | null = null,
): ParagraphNode {
  const content = pieces.map((piece) =>
    typeof piece === 'string'
      ? { type: 'text' as const, text: piece }
      : { type: 'binding' as const, attrs: piece },
  );
  return { type: 'paragraph', attrs: { carriedFrom }, ...(content.length > 0 && { content }) };
}

export function body(...content: ParagraphNode[]): ChapterDocument {
  return { type: 'doc', content };
}

export function chapter(id: string, fields: Partial<Chapter> = {}): Chapter {
  return {
    id,
    parentId: null,
    position: 0,
    kind: 'section',
    heading: `标题${id}`,
    runIn: false,
    templateChapterKey: null,
    body: body(paragraph([])),
    done: false,
    revision: 0,
    ...fields,
  };
}
