/** npm run accuracy: how much of the labelled reports the importer understands, and every miss. Decides nothing. */
import { corpusSet, ownSet } from './labels.ts';
import { f1, precision, recall, type Score, scoreSet, type Tally } from './score.ts';

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

for (const set of [ownSet('held-out'), ownSet('known'), ownSet('unseen'), corpusSet()]) {
  const lines = set.absent === null ? linesOf(scoreSet(set)) : [`${set.name}: skipped, ${set.absent}`, ''];
  process.stdout.write(`${lines.join('\n')}\n`);
}
