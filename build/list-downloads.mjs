// `npm run downloads` prints the table of docs/packaging.md for the machine it runs on.
import { join } from 'node:path';
import { downloadTable, listDownloads } from './downloads.ts';

process.stdout.write(`${downloadTable(await listDownloads(join(import.meta.dirname, '..')))}\n`);
