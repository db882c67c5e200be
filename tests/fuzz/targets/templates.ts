/** Template files among the program's own, and what is begun with one that is taken. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemplateLibrary } from '../../../src/main/core/template-library.ts';
import { startingChapters } from '../../../src/shared/domain/start-report.ts';
import { parseStarter } from '../../../src/shared/domain/starter.ts';
import type { Template } from '../../../src/shared/domain/template.ts';
import { foreseeable, resourcesFolder } from '../../support/foreseeable.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { type Json, mutateJson } from '../mutate/json.ts';
import { type FuzzTarget, mustHold } from '../target.ts';

const folder = 'templates';

function begin(template: Template): void {
  const { newId } = foreseeable()();
  const indicators = new Map(
    template.topics.flatMap((topic) => topic.indicators.map((one) => [one.key, one])),
  );
  for (const { nodes } of template.outlines) {
    startingChapters({ template, outline: nodes, predecessor: null, newId });
  }
  for (const { starters } of template.chapters) {
    for (const starter of starters) parseStarter(starter, newId, (key) => indicators.get(key));
  }
}

export const templateTarget: FuzzTarget = {
  name: 'template',
  async prepare() {
    const { resources } = foreseeable()();
    const names = resources.list(folder).filter((name) => name.endsWith('.json'));
    const seeds = names.map((name) => readFileSync(join(resourcesFolder, folder, name), 'utf8'));
    return {
      make(random) {
        const seed = random.pick(seeds);
        if (random.chance(0.2)) return { name: 'fuzzed.json', bytes: mutateBytes(Buffer.from(seed), random) };
        let value: Json = JSON.parse(seed);
        for (let count = random.below(4); count > 0; count -= 1) value = mutateJson(value, random);
        return { name: 'fuzzed.json', bytes: new Uint8Array(Buffer.from(JSON.stringify(value))) };
      },
      attempt({ bytes }) {
        const told: string[] = [];
        const library = createTemplateLibrary(
          {
            ...resources,
            list: () => ['fuzzed.json', ...names],
            readText: (path) =>
              path === `${folder}/fuzzed.json`
                ? Buffer.from(bytes).toString('utf8')
                : resources.readText(path),
          },
          { info: () => {}, warn: (event) => told.push(event) },
        );
        const templates = library.list();
        const added = templates.length - names.length;
        mustHold(added === 1 || added === 0, 'the other templates stay usable');
        mustHold(added === 1 || told.includes('template.invalid'), 'one that is left out is logged');
        const [taken] = added === 1 ? templates : [];
        if (taken === undefined) return 'refused';
        begin(taken);
        return 'accepted';
      },
    };
  },
};
