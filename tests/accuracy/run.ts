/** npm run accuracy: how much of the labelled reports the importer understands, and every miss. Decides nothing. */

import { parseReportFile } from '../../src/main/core/import/import-file.ts';
import { corpusSet, type LabelledReport, ownSet } from './labels.ts';
import { f1, precision, recall, type Score, scoreSet, type Tally } from './score.ts';
import { type StaleTally, staleTally } from './stale.ts';

const percent = (share: number) => `${(100 * share).toFixed(2).padStart(6)} %`;

function tallyLine(name: string, tally: Tally): string {
  const counts = `${tally.right} right, ${tally.labelled} labelled, ${tally.found} found`;
  return `  ${name.padEnd(12)} precision ${percent(precision(tally))}   recall ${percent(recall(tally))}   F1 ${percent(f1(tally))}   ${counts}`;
}

function shareLine(name: string, right: number, of: number): string {
  return `  ${name.padEnd(12)} ${percent(of === 0 ? 1 : right / of)}   ${right} of ${of}`;
}

function linesOf(score: Score): string[] {
  return [
    `${score.name}: ${score.reports} reports`,
    tallyLine('headings', score.headings),
    tallyLine('quantities', score.quantities),
    shareLine('wording', score.wording.right, score.wording.of),
    shareLine('facts', score.facts.right, score.facts.of),
    shareLine('accounted', score.characters.accounted, score.characters.of),
    ...score.misses.map(({ place, what }) => `    ${place}  ${what}`),
    '',
  ];
}

/** Rolled forward by a year: what of last year would stand in the new report unseen. */
function staleLine(reports: readonly LabelledReport[]): string {
  const tallies = reports.map(({ name, text }) => {
    const outcome = parseReportFile(name.split('/').at(-1) ?? name, new TextEncoder().encode(text));
    if (!outcome.ok) throw new Error(`${name}: ${outcome.error.code}`);
    return staleTally(outcome.value);
  });
  const sum = (count: (tally: StaleTally) => number) =>
    tallies.reduce((total, tally) => total + count(tally), 0);
  const unmarked = tallies.flatMap((tally) => tally.unmarked);
  const listed = unmarked.length === 0 ? '' : `: ${unmarked.join(' · ')}`;
  return `  rolled       ${unmarked.length} left unmarked of ${sum(({ facts }) => facts)} numbers and quantities, ${sum(({ lasting }) => lasting)} true every year${listed}`;
}

for (const set of [ownSet('held-out'), ownSet('known'), ownSet('unseen'), corpusSet()]) {
  const lines =
    set.absent === null
      ? [...linesOf(scoreSet(set)).slice(0, -1), staleLine(set.reports), '']
      : [`${set.name}: skipped, ${set.absent}`, ''];
  process.stdout.write(`${lines.join('\n')}\n`);
}
