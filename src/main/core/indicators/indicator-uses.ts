/** Everything that hangs on an indicator: places in all reports, formulas, numbers. */
import type { IndicatorPlace, IndicatorUses } from '../../../shared/contract/indicator-methods.ts';
import { renderBinding } from '../../../shared/domain/binding-text.ts';
import { formulasNaming } from '../../../shared/domain/formula-cycle.ts';
import { placesOf } from '../../../shared/domain/indicator-places.ts';
import { createNumberBook } from '../../../shared/domain/number-book.ts';
import { numberChapters } from '../../../shared/domain/outline.ts';
import type { ReadableDatabase } from '../storage/database.ts';
import { readChapters } from '../storage/queries/chapters.ts';
import { countHiddenTexts, countNumbers } from '../storage/queries/indicators.ts';
import { readNumberTables } from '../storage/queries/numbers.ts';
import { readReports } from '../storage/queries/reports.ts';

/** Stands in a sentence for a number that is not there yet. */
const blank = '＿＿';

export function usesOfIndicator(database: ReadableDatabase, id: string): IndicatorUses {
  const tables = readNumberTables(database);
  const book = createNumberBook(tables);
  const places = readReports(database).flatMap((report): IndicatorPlace[] =>
    numberChapters(readChapters(database, report.id)).flatMap(({ chapter }) =>
      placesOf(chapter.body, id, (binding) => renderBinding(binding, report.year, book).text || blank).map(
        (place) => ({
          ...place,
          reportId: report.id,
          reportTitle: report.title,
          year: report.year,
          chapterId: chapter.id,
          heading: chapter.heading,
        }),
      ),
    ),
  );
  return {
    places,
    formulas: formulasNaming(tables.indicators, id).map((indicator) => ({
      id: indicator.id,
      name: indicator.name,
    })),
    numbers: countNumbers(database, id),
    hiddenTexts: countHiddenTexts(database, { id }),
  };
}
