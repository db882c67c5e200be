/** A text with what was struck out of it and put into it. */
import type { CharacterChange } from '../../../shared/domain/roll/compare.ts';

const tags = { kept: 'span', removed: 'del', added: 'ins' } as const;

export function MarkedText({ parts }: { parts: readonly CharacterChange[] }) {
  return (
    <p>
      {parts.map((part, index) => {
        const Tag = tags[part.kind];
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their order
        return <Tag key={index}>{part.text}</Tag>;
      })}
    </p>
  );
}
