/** 条件内容 in the editor's schema: a mark over text and bindings, as bold would be. */
import { Mark as TiptapMark } from '@tiptap/core';
import type { Mark } from '@tiptap/pm/model';
import { type Condition, conditionSchema } from '../../../../shared/domain/condition.ts';

const conditionAttribute = 'data-condition';

/** The attributes by which an element of the page or of the clipboard is known as a passage. */
export function passageAttributes(condition: Condition | null): Record<string, string> {
  return { [conditionAttribute]: JSON.stringify(condition) };
}

/** The condition that a mark stands for, or null for any other mark. */
export function conditionOfMark(mark: Mark): Condition | null {
  return mark.type.name === 'condition' ? conditionSchema.parse(mark.attrs) : null;
}

/** A condition read from pasted HTML; anything that is not exactly a condition is refused. */
export function conditionFromAttribute(json: string | null): Condition | null {
  if (json === null) return null;
  try {
    return conditionSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

const kept = { isRequired: true, rendered: false, parseHTML: () => undefined } as const;

export const ConditionMark = TiptapMark.create({
  name: 'condition',
  // What is typed behind a passage is printed always: only what a person has put under a condition may be left out.
  inclusive: false,
  addAttributes: () => ({ id: kept, indicatorId: kept, yearOffset: kept, test: kept, limit: kept }),
  parseHTML: () => [
    {
      tag: `span[${conditionAttribute}]`,
      getAttrs: (element) => conditionFromAttribute(element.getAttribute(conditionAttribute)) ?? false,
    },
  ],
  // Without class or style: this is what stands on the clipboard, where another program would take them over.
  renderHTML: ({ mark }) => ['span', passageAttributes(conditionOfMark(mark)), 0],
});
