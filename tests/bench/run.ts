/** npm run bench: prints medians; decides nothing. `-- loopback` measures the packed edition instead. */
import { loadavg } from 'node:os';
import { checkTimings } from './checks.ts';
import { coreTimings } from './core.ts';
import { templateTimings } from './docxtemplater.ts';
import { exchangeTimings } from './exchange.ts';
import { importTimings } from './import.ts';
import { loopbackSizes, loopbackTimings } from './loopback.ts';
import { machine, printTimings } from './measure.ts';
import { numberTimings } from './numbers.ts';
import { officialDocumentTimings } from './official-document.ts';
import { pageTimings } from './page.ts';
import { composeTimings } from './pages.ts';
import { pdfTimings } from './pdf.ts';
import { scaleTimings } from './scale.ts';

process.stdout.write(`${machine()}\n\n`);
if (process.argv.includes('loopback')) {
  // npm run bench -- loopback: the packed edition alone.
  printTimings(await loopbackTimings());
  // A start keeps every processor busy: beside other work it takes its share longer.
  process.stdout.write(`load average while measuring: ${loadavg()[0]?.toFixed(1)}\n`);
  for (const line of loopbackSizes()) process.stdout.write(`${line}\n`);
  process.exit();
}
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
