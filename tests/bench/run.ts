/** npm run bench: prints medians; decides nothing. */
import { coreTimings } from './core.ts';
import { templateTimings } from './docxtemplater.ts';
import { exchangeTimings } from './exchange.ts';
import { importTimings } from './import.ts';
import { machine, printTimings } from './measure.ts';
import { numberTimings } from './numbers.ts';
import { pageTimings } from './page.ts';

process.stdout.write(`${machine()}\n\n`);
printTimings([
  ...(await numberTimings()),
  ...(await coreTimings()),
  ...(await exchangeTimings()),
  ...(await importTimings()),
  ...(await templateTimings()),
  ...(await pageTimings()),
]);
