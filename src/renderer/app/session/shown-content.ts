/** What of the open report stands on the screen, and how it follows what the core tells. */
import type { StoreApi } from 'zustand/vanilla';
import type { ReportContent } from '../../../shared/contract.ts';
import type { Chapter, Observation } from '../../../shared/domain/model.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import type { Call } from '../../api/client.ts';
import { withCells } from './number-history.ts';
import type { TellSession } from './session-notices.ts';
import type { ReportSession } from './session-state.ts';

export interface ShownContentOptions {
  call: Call;
  tell: TellSession;
  set: StoreApi<ReportSession>['setState'];
  get: () => ReportSession;
}

export function createShownContent({ call, tell, set, get }: ShownContentOptions) {
  const outlineOf = (chapters: readonly Chapter[]) => numberChapters(chapters, get().format.numbering);

  /** Shows the markers of another format; the texts stay as they are. */
  const followFormat = async (id: string | null): Promise<void> => {
    const read = await call('formatProfile.read', { id });
    if (!read.ok) return tell({ kind: 'refused', failure: read.error });
    if (get().report.formatProfileId !== id) return;
    set({ format: read.value.profile });
    set({ numbered: outlineOf(get().chapters) });
  };

  return {
    followFormat,

    showCells(changed: Observation[]): void {
      const { tables, book } = get();
      set({
        tables: { ...tables, observations: withCells(tables.observations, changed) },
        book: book.replace(changed),
      });
    },

    /** The report as the core holds it, in its own format; the chapter shown stays as long as it is there. */
    showContent({ report, chapters }: ReportContent): void {
      const { report: before, selectedChapterId } = get();
      const numbered = outlineOf(chapters);
      const isThere = chapters.some(({ id }) => id === selectedChapterId);
      const selected = isThere ? selectedChapterId : (numbered[0]?.chapter.id ?? null);
      set({ report, chapters, numbered, selectedChapterId: selected });
      if (report.formatProfileId !== before.formatProfileId) void followFormat(report.formatProfileId);
    },

    showChapters(chapters: Chapter[]): void {
      set({ chapters, numbered: outlineOf(chapters) });
    },
  };
}
