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
        const parsed = readTemplate(resources.readText(`${folder}/${name}`));
        if (parsed.template !== null) return [parsed.template];
        log.warn('template.invalid', { file: name, issues: parsed.issues });
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

/** `issues`: how many things do not fit; one where the text is no JSON, or is nested deeper than can be followed. */
function readTemplate(text: string): { template: Template | null; issues: number } {
  try {
    const parsed = templateSchema.safeParse(JSON.parse(text));
    return parsed.success
      ? { template: parsed.data, issues: 0 }
      : { template: null, issues: parsed.error.issues.length };
  } catch (error) {
    // RangeError: an outline within outlines without end has used up the stack.
    if (error instanceof SyntaxError || error instanceof RangeError) return { template: null, issues: 1 };
    throw error;
  }
}
