/** How the parts of an Office package hang together. Source: ECMA-376 part 2, 9. */
import type { Archive } from './archive.ts';
import { readBlocks } from './xml-elements.ts';

export interface Relationship {
  id: string;
  /** Last word of the relationship's type, the same in transitional and strict files. */
  kind: string;
  /** Name of the part. */
  target: string;
}

/** Of a part, or with '' of the package; empty where there are none. Throws ExpectedFailure, import.damaged among others. */
export function relationships(archive: Archive, source: string): Relationship[] {
  const slash = source.lastIndexOf('/');
  const folder = source.slice(0, slash + 1);
  const part = archive.read(`${folder}_rels/${source.slice(slash + 1)}.rels`);
  const found: Relationship[] = [];
  if (part === null) return found;
  readBlocks(part, new Set(['rel:Relationships']), ({ attributes }) => {
    if (attributes.TargetMode === 'External') return;
    const target = attributes.Target ?? '';
    found.push({
      id: attributes.Id ?? '',
      kind: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: target.startsWith('/') ? target.slice(1) : withoutSteps(`${folder}${target}`),
    });
  });
  return found;
}

/** «word/../custom/a.xml» → «custom/a.xml»: a key into the archive, never a path. */
function withoutSteps(name: string): string {
  const steps: string[] = [];
  for (const step of name.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
