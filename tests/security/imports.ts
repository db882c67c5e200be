/** What each source file imports, for the tests about layers and the network. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** Relative to the repository, with `/`. */
  path: string;
  text: string;
  imports: string[];
}

export function sourceFiles(): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => {
      const full = join(entry.parentPath, entry.name);
      const text = readFileSync(full, 'utf8');
      const imports = [
        ...text.matchAll(
          /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*|\bgetBuiltinModule\s*\(\s*)['"]([^'"]+)['"]/g,
        ),
      ].map((found) => found[1] ?? '');
      return { path: full.slice(root.length + 1).replaceAll('\\', '/'), text, imports };
    });
}
