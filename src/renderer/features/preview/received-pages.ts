/** Puts a report's pages together from those at hand and those that came anew. Pure. */
import type { MethodOutput } from '../../../shared/contract.ts';
import type { DocumentPage } from '../../../shared/domain/paged-document.ts';

type PagesAnswer = MethodOutput<'preview.pages'>;

/** A page by its content: an unchanged one stays the same object, so that it is not painted again. */
export interface ShownPage {
  hash: string;
  page: DocumentPage;
}

/**
 * The pages of the answer in their order, or null where one is neither in it nor at hand: then they are to be asked for
 * without saying what is known. Two pages of the same content are two entries.
 */
export function receivedPages(
  answer: Pick<PagesAnswer, 'pages'>,
  known: readonly ShownPage[],
): ShownPage[] | null {
  const byHash = new Map(known.map((shown) => [shown.hash, shown]));
  const pages: ShownPage[] = [];
  for (const { hash, page } of answer.pages) {
    const shown = byHash.get(hash) ?? (page === null ? undefined : { hash, page });
    if (shown === undefined) return null;
    pages.push(shown);
  }
  return pages;
}
