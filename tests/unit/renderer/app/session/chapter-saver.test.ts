import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../../src/renderer/api/client.ts';
import { createChapterSaver } from '../../../../../src/renderer/app/session/chapter-saver.ts';
import { type ChapterDocument, documentFromTexts } from '../../../../../src/shared/domain/document.ts';
import type { Chapter } from '../../../../../src/shared/domain/model.ts';
import { done, failed, type Outcome } from '../../../../../src/shared/errors.ts';

const text = (words: string) => documentFromTexts([words]);

function chapter(body: ChapterDocument, revision: number): Chapter {
  return {
    id: 'c',
    parentId: null,
    position: 0,
    kind: 'section',
    heading: '',
    runIn: false,
    templateChapterKey: null,
    body,
    done: false,
    revision,
  };
}

/** A core with one chapter; `loseAnswers` carries commands out without telling. */
function createFakeCore(stored: Chapter) {
  const core = { stored, loseAnswers: false };
  const answer = (method: string, input: object): Outcome<unknown> => {
    if (method === 'report.read') return done({ report: {}, chapters: [core.stored] });
    if (!('revision' in input) || !('body' in input)) return failed('method.unknown');
    if (input.revision !== core.stored.revision) return failed('chapter.conflict');
    core.stored = {
      ...core.stored,
      body: structuredClone(input.body) as ChapterDocument,
      revision: core.stored.revision + 1,
    };
    if (core.loseAnswers) return failed('internal', { kind: 'transport' });
    return done({ savedAt: '2025-02-01T00:00:00Z', revision: core.stored.revision });
  };
  const call: Call = async (method, input) => JSON.parse(JSON.stringify(answer(method, input)));
  return { core, call };
}

describe('chapter saver', () => {
  it('carries the revision from save to save', async () => {
    const { core, call } = createFakeCore(chapter(text('旧'), 4));
    const saver = createChapterSaver(call);
    saver.learn('r', [core.stored]);
    expect((await saver.send('c', text('一'))).ok).toBe(true);
    expect((await saver.send('c', text('二'))).ok).toBe(true);
    expect(core.stored).toMatchObject({ body: text('二'), revision: 6 });
  });

  it('heals a save whose answer was lost', async () => {
    const { core, call } = createFakeCore(chapter(text('旧'), 4));
    const saver = createChapterSaver(call);
    saver.learn('r', [core.stored]);
    core.loseAnswers = true;
    expect((await saver.send('c', text('一'))).ok).toBe(false);
    core.loseAnswers = false;
    expect((await saver.send('c', text('一二'))).ok).toBe(true);
    expect(core.stored.body).toEqual(text('一二'));
  });

  it('heals a revision raised by a change of the heading', async () => {
    const { core, call } = createFakeCore(chapter(text('旧'), 4));
    const saver = createChapterSaver(call);
    saver.learn('r', [core.stored]);
    core.stored = { ...core.stored, heading: '新', revision: 5 };
    expect((await saver.send('c', text('一'))).ok).toBe(true);
  });

  it('reports a text that somebody else wrote and does not overwrite it', async () => {
    const { core, call } = createFakeCore(chapter(text('旧'), 4));
    const saver = createChapterSaver(call);
    saver.learn('r', [core.stored]);
    core.stored = { ...core.stored, body: text('别人'), revision: 5 };
    saver.hear([core.stored]);
    expect(await saver.send('c', text('一'))).toMatchObject({ error: { code: 'chapter.conflict' } });
    expect(core.stored.body).toEqual(text('别人'));
    saver.learn('r', [core.stored]);
    expect((await saver.send('c', text('一'))).ok).toBe(true);
  });
});
