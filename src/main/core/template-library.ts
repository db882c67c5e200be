import { type Template, templateSchema } from '../../shared/domain/template.ts';
import { ExpectedFailure } from '../../shared/errors.ts';
import type { TemplateLibrary } from './context.ts';
import type { Log, Resources } from './ports.ts';

const folder = 'templates';

/** A template file that does not fit the schema is left out and logged; the others stay usable. */
export function createTemplateLibrary(resources: Resources, log: Log): TemplateLibrary {
  let loaded: Template[] | undefined;
  const load = () => {
    loaded ??= resources
      .list(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .flatMap((name) => {
        const parsed = templateSchema.safeParse(JSON.parse(resources.readText(`${folder}/${name}`)));
        if (parsed.success) return [parsed.data];
        log.warn('template.invalid', { file: name, issues: parsed.error.issues.length });
        return [];
      });
    return loaded;
  };
  return {
    list: load,
    require(key) {
      const template = load().find((candidate) => candidate.key === key);
      if (template === undefined) throw new ExpectedFailure('template.notFound', { name: key });
      return template;
    },
  };
}
