// `npm run sbom [-- FOLDER]` writes the bill of materials and the licence texts of each edition below FOLDER.
import { join, resolve } from 'node:path';
import { writeBillOfMaterials } from './bill-of-materials.ts';
import { ensureBuilt } from './build-program.ts';

const root = join(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(root, '.cache', 'bill-of-materials'));
await ensureBuilt({ root });
for (const edition of ['desktop', 'loopback']) {
  writeBillOfMaterials(root, join(folder, edition), edition);
  process.stdout.write(`${join(folder, edition)}\n`);
}
