/** npm run bench: prints medians; decides nothing. */
import { checkTimings } from './checks.ts';
import { coreTimings } from './core.ts';
import { templateTimings } from './docxtemplater.ts';
import { exchangeTimings } from './exchange.ts';
import { importTimings } from './import.ts';
import { machine, printTimings } from './measure.ts';
import { numberTimings } from './numbers.ts';
import { officialDocumentTimings } from './official-document.ts';
import { pageTimings } from './page.ts';
import { composeTimings } from './pages.ts';
import { pdfTimings } from './pdf.ts';
import { scaleTimings } from './scale.ts';

process.stdout.write(`${machine()}\n\n`);
printTimings([
  ...(await numberTimings()),
  ...(await coreTimings()),
  ...(await exchangeTimings()),
  ...(await checkTimings()),
  ...(await importTimings()),
  ...(await templateTimings()),
  ...(await composeTimings()),
  ...(await officialDocumentTimings()),
  ...(await pageTimings()),
  ...(await pdfTimings()),
  ...(await scaleTimings()),
]);
