import { readFileSync } from 'node:fs';
import type { Indicator } from '../../../src/shared/domain/model.ts';
import { type Sample, sampleSchema } from '../../../src/shared/domain/sample.ts';
import { type OutlineNode, type Template, templateSchema } from '../../../src/shared/domain/template.ts';

/** The text of a file under resources. */
export function resourceText(path: string): string {
  return readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8');
}

export const templatePath = 'templates/rule-of-law-government.json';

export function shippedTemplate(): Template {
  return templateSchema.parse(JSON.parse(resourceText(templatePath)));
}

export function shippedSample(): Sample {
  return sampleSchema.parse(JSON.parse(resourceText('sample/sample.json')));
}

/** The template's indicators as a workspace holds them: the key is the id. */
export function indicatorsOf(template: Template): Indicator[] {
  return template.topics.flatMap((topic) =>
    topic.indicators.map(({ key, name, unit, kind, precision, office, formula }) => ({
      id: key,
      name,
      unit,
      kind,
      precision,
      topicId: topic.key,
      officeId: office,
      formula,
      retiredAfter: null,
      footing: false,
    })),
  );
}

/** Every node of an outline with its depth, from 1. */
export function outlineNodes(nodes: readonly OutlineNode[], depth = 1): { chapter: string; depth: number }[] {
  return nodes.flatMap((node) => [
    { chapter: node.chapter, depth },
    ...outlineNodes(node.children ?? [], depth + 1),
  ]);
}

/** How often each text occurs more than once. */
export function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}
