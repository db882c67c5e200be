import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterDiff } from '../../../../../src/shared/domain/roll/compare.ts';

function shown(before: string, after: string): string {
  const signs = { kept: ['', ''], removed: ['[-', '-]'], added: ['[+', '+]'] } as const;
  return characterDiff(before, after)
    .map(({ kind, text }) => `${signs[kind][0]}${text}${signs[kind][1]}`)
    .join('');
}

describe('characterDiff', () => {
  it.each([
    ['调解组织35个', '调解组织36个', '调解组织[-35-][+36+]个'],
    ['化解率95.7%', '化解率96.6%', '化解率[-95.7-][+96.6+]%'],
    ['同样', '同样', '同样'],
    ['', '新', '[+新+]'],
    ['旧', '', '[-旧-]'],
    ['', '', ''],
    [
      '排查矛盾纠纷50件，较上年下降12.3%；化解48件。',
      '全年排查矛盾纠纷58件，较上年增长16%；化解56件。',
      '[+全年+]排查矛盾纠纷[-50-][+58+]件，较上年[-下降12.3-][+增长16+]%；化解[-48-][+56+]件。',
    ],
    [
      '定期会商。全年坐班8小时。',
      '全年坐班8小时，逢集不休。',
      '[-定期会商。-]全年坐班8小时[-。-][+，逢集不休。+]',
    ],
    ['排查46件，调解。', '排查46件，化解。', '排查46件，[-调-][+化+]解。'],
  ])('%s → %s', (before, after, parts) => {
    expect(shown(before, after)).toBe(parts);
  });

  it('holds both texts whole', () => {
    const text = fc.string({ unit: fc.constantFrom(...'全年排查12.件，化解'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = characterDiff(before, after);
        const joined = (kinds: readonly string[]) =>
          parts
            .filter(({ kind }) => kinds.includes(kind))
            .map((part) => part.text)
            .join('');
        expect(joined(['kept', 'removed'])).toBe(before);
        expect(joined(['kept', 'added'])).toBe(after);
      }),
    );
  });
});
