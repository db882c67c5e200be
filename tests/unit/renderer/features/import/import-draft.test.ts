import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  change,
  redo,
  startHistory,
  undo,
} from '../../../../../src/renderer/features/import/draft-history.ts';
import {
  applyEdit,
  type Draft,
  type Edit,
  fragmentsByParagraph,
  placeBySource,
  startDraft,
} from '../../../../../src/renderer/features/import/import-draft.ts';
import { viewSource } from '../../../../../src/renderer/features/import/source-view.ts';
import { countNonBlank } from '../../../../../src/shared/domain/edit-parsed.ts';
import { paragraphKinds } from '../../../../../src/shared/domain/parsed-report.ts';
import { withoutBlanks } from '../../../../../src/shared/domain/text/characters.ts';
import { reportOf } from './reports.ts';

const texts = ['甲一。甲二。', '乙', '丙 丙'];
const start = () => startDraft(reportOf(texts, ['导航', '']));
const edited = (...edits: Edit[]) => edits.reduce(applyEdit, start());
const sources = (draft: Draft) =>
  fragmentsByParagraph(draft).map((fragments) => fragments.map(({ source }) => source));
const view = (draft: Draft) => viewSource(draft, [...texts, '导航', ''], 3);

describe('where paragraphs come from', () => {
  it('follows joins and splits', () => {
    const draft = edited({ do: 'split', index: 0, offset: 3 }, { do: 'join', index: 1 });
    expect(draft.parsed.paragraphs.map(({ text }) => text)).toEqual(['甲一。', '甲二。乙', '丙 丙']);
    expect(sources(draft)).toEqual([[0], [0, 1], [2]]);
    expect(draft.ids).toEqual([0, 3, 2]);
    expect(view(draft).paragraphsOf.get(0)).toEqual([0, 3]);
    expect(view(draft).sourcesOf.get(3)).toEqual([0, 1]);
  });

  it('follows a heading that is cut off its text', () => {
    const draft = edited({ do: 'kind', index: 0, kind: 'heading' });
    expect(sources(draft)).toEqual([[0], [0], [1], [2]]);
    expect(draft.ids).toEqual([0, 3, 1, 2]);
  });

  it('shows which part of a piece is left out, and only there', () => {
    const draft = edited(
      { do: 'split', index: 0, offset: 3 },
      { do: 'leaveOut', index: 0, reason: 'header' },
    );
    expect([...view(draft).segments]).toEqual([
      [
        0,
        [
          { start: 0, text: '甲一。', leftOut: 'header' },
          { start: 3, text: '甲二。', leftOut: null },
        ],
      ],
    ]);
  });

  it('puts a piece back to its own place, and knows none for what the import left out', () => {
    const draft = edited({ do: 'leaveOut', index: 1, reason: 'header' });
    expect(placeBySource(draft, 2, 3)).toBe(1);
    expect(placeBySource(draft, 0, 3)).toBeNull();
    const last = edited({ do: 'leaveOut', index: 2, reason: 'header' });
    expect(placeBySource(last, 2, 3)).toBe(2);
    const restored = applyEdit(draft, { do: 'restore', index: 2, before: 1 });
    expect(sources(restored)).toEqual(sources(start()));
    expect(view(restored).segments.size).toBe(0);
  });

  it('shows what the import left out as text once it is restored', () => {
    const draft = edited({ do: 'restore', index: 0, before: 0 });
    expect(sources(draft)[0]).toEqual([3]);
    expect(view(draft).segments.get(3)).toEqual([{ start: 0, text: '导航', leftOut: null }]);
  });

  it('is right after any edits', () => {
    const at = fc.integer({ min: 0, max: 5 });
    const edit: fc.Arbitrary<Edit> = fc.oneof(
      at.map((index): Edit => ({ do: 'join', index })),
      fc.tuple(at, at).map(([index, offset]): Edit => ({ do: 'split', index, offset })),
      fc
        .tuple(at, fc.constantFrom(...paragraphKinds))
        .map(([index, kind]): Edit => ({ do: 'kind', index, kind })),
      at.map((index): Edit => ({ do: 'leaveOut', index, reason: 'footer' })),
      fc.tuple(at, at).map(([index, before]): Edit => ({ do: 'restore', index, before })),
    );
    const all = [...texts, '导航', ''];
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const draft = edited(...edits);
        const { paragraphs, dropped } = draft.parsed;
        expect(new Set(draft.ids).size).toBe(paragraphs.length);
        expect(draft.ids).toHaveLength(paragraphs.length);
        expect(draft.left).toHaveLength(dropped.length);
        const written = (fragments: readonly { source: number; start: number; count: number }[]) =>
          fragments
            .map(({ source, start: from, count }) =>
              withoutBlanks(all[source] ?? '').slice(from, from + count),
            )
            .join('');
        fragmentsByParagraph(draft).forEach((fragments, index) => {
          expect(written(fragments)).toBe(withoutBlanks(paragraphs[index]?.text ?? ''));
        });
        draft.left.forEach((fragments, index) => {
          expect(written(fragments)).toBe(withoutBlanks(dropped[index]?.text ?? ''));
        });
        for (const [source, segments] of view(draft).segments) {
          expect(segments.reduce((sum, { text }) => sum + countNonBlank(text), 0)).toBe(
            countNonBlank(all[source] ?? ''),
          );
        }
      }),
    );
  });
});

describe('undo and redo', () => {
  it('goes back and forth, and forgets what was undone when something else is done', () => {
    const begun = startHistory(start());
    const joined = change(begun, { do: 'join', index: 0 });
    expect(undo(joined).present).toBe(begun.present);
    expect(redo(undo(joined)).present).toBe(joined.present);
    const other = change(undo(joined), { do: 'join', index: 1 });
    expect(redo(other)).toBe(other);
    expect(undo(undo(other)).present).toBe(begun.present);
  });

  it('takes back the typing in one field as one step', () => {
    let history = startHistory(start());
    for (const title of ['报', '报告']) history = change(history, { do: 'facts', facts: { title } });
    history = change(history, { do: 'facts', facts: { addressee: '县政府' } });
    expect(undo(history).present.parsed).toMatchObject({ title: '报告', addressee: null });
    expect(undo(undo(history)).present.parsed.title).toBeNull();
  });

  it('makes no step of an edit that changes nothing', () => {
    const begun = startHistory(start());
    expect(change(begun, { do: 'join', index: 9 })).toBe(begun);
    expect(change(begun, { do: 'split', index: 0, offset: 0 })).toBe(begun);
  });
});
