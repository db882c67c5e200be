/** Damage to JSON values: of another type, at their extremes, missing, doubled, nested; and values made by a schema. */
import type { Random } from '../random.ts';
import { awkwardTexts } from './text.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const extremeValues: readonly Json[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  [],
  {},
  ...awkwardTexts,
];

function nested(value: Json, depth: number): Json {
  let whole = value;
  for (let level = 0; level < depth; level += 1) whole = level % 2 === 0 ? [whole] : { a: whole };
  return whole;
}

function changedLeaf(value: Json, random: Random): Json {
  switch (random.below(7)) {
    case 0:
      return nested(value, random.pick([1, 30, 3000]));
    case 1:
      return typeof value === 'string' ? value.slice(0, 400).repeat(1 + random.below(600)) : [value];
    case 2:
      return typeof value === 'number' ? -value : String(value);
    default:
      return random.pick(extremeValues);
  }
}

/** The same value with one place of it changed. */
export function mutateJson(value: Json, random: Random): Json {
  if (value === null || typeof value !== 'object' || random.chance(0.08)) return changedLeaf(value, random);
  if (Array.isArray(value)) {
    const at = random.below(value.length);
    const item = value[at];
    if (item === undefined) return changedLeaf(value, random);
    const choice = random.below(8);
    if (choice === 0) return value.toSpliced(at, 1);
    if (choice === 1) return [...value, ...Array.from({ length: 1 + random.below(600) }, () => item)];
    return value.with(at, mutateJson(item, random));
  }
  const keys = Object.keys(value);
  if (keys.length === 0) return changedLeaf(value, random);
  const key = random.pick(keys);
  const { [key]: item = null, ...others } = value;
  const choice = random.below(8);
  if (choice === 0) return others;
  if (choice === 1) return { ...value, [random.pick(awkwardTexts)]: item };
  return { ...value, [key]: mutateJson(item, random) };
}

/** A JSON schema, as far as zod writes one. */
export interface JsonSchema {
  type?: string;
  const?: Json;
  enum?: Json[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema | JsonSchema[];
  prefixItems?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

const deepest = 8;

/** A value of the schema's shape; texts are taken from `known`, ids among them, so that some of them name something. */
export function valueOfSchema(
  schema: JsonSchema,
  random: Random,
  known: readonly string[],
  root: JsonSchema = schema,
  depth = 0,
): Json {
  const inner = (one: JsonSchema) => valueOfSchema(one, random, known, root, depth + 1);
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    const target = schema.$ref === '#' ? root : root.$defs?.[name];
    return target === undefined || depth > deepest ? null : inner(target);
  }
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return inner(random.pick(choices));
  if (schema.allOf !== undefined) {
    return Object.assign({}, ...schema.allOf.map((one) => inner(one)));
  }
  switch (schema.type) {
    case 'null':
      return null;
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
    case 'number': {
      const least = Math.max(schema.minimum ?? 0, -1e6);
      const most = Math.min(schema.maximum ?? 3000, 1e6);
      return random.chance(0.3) ? random.pick([2023, 2024, 2025]) : least + random.below(most - least + 1);
    }
    case 'array': {
      if (schema.prefixItems !== undefined) return schema.prefixItems.map(inner);
      const items = Array.isArray(schema.items) ? schema.items[0] : schema.items;
      const count = depth > deepest ? 0 : Math.max(schema.minItems ?? 0, random.below(4));
      return items === undefined ? [] : Array.from({ length: count }, () => inner(items));
    }
    case 'object': {
      const made: Record<string, Json> = {};
      for (const [key, value] of Object.entries(schema.properties ?? {})) {
        if (schema.required?.includes(key) === true || random.chance(0.5)) made[key] = inner(value);
      }
      if (typeof schema.additionalProperties === 'object' && depth <= deepest) {
        for (let count = random.below(3); count > 0; count -= 1) {
          made[random.pick(known)] = inner(schema.additionalProperties);
        }
      }
      return made;
    }
    default:
      return textOfSchema(schema, random, known);
  }
}

function textOfSchema(schema: JsonSchema, random: Random, known: readonly string[]): string {
  if (schema.format === 'date') return random.pick(['2024-12-31', '2025-01-06', '2024-02-29']);
  if (schema.pattern !== undefined && random.chance(0.5)) {
    const fitting = known.filter((text) => new RegExp(schema.pattern ?? '', 'u').test(text));
    if (fitting.length > 0) return random.pick(fitting);
  }
  return random.chance(0.9) ? random.pick(known) : random.pick(awkwardTexts);
}
