import { describe, expect, it } from 'vitest';
import { createTemplateLibrary } from '../../../../src/main/core/template-library.ts';
import { foreseeable } from '../../../support/foreseeable.ts';

/** The program's templates with one more file among them. */
function libraryWith(text: string) {
  const { resources } = foreseeable()();
  const told: string[] = [];
  const library = createTemplateLibrary(
    {
      ...resources,
      list: (folder) => ['added.json', ...resources.list(folder)],
      readText: (path) => (path.endsWith('/added.json') ? text : resources.readText(path)),
    },
    { info: () => {}, warn: (event, details) => told.push(`${event} ${details?.file}`) },
  );
  return { library, told };
}

const own = createTemplateLibrary(foreseeable()().resources, foreseeable()().log).list();

function nested(depth: number): string {
  return '{"chapter":"a","children":['.repeat(depth) + ']}'.repeat(depth);
}

describe('the library of templates', () => {
  it.each([
    ['is cut short', '{ "schema": 1, "key": "tow'],
    ['is no JSON', '模板'],
    ['is empty', ''],
    ['is JSON of something else', '[1, 2]'],
    [
      'is nested without end',
      `{"outlines":[{"key":"a","name":"a","description":"a","nodes":[${nested(50_000)}]}]}`,
    ],
  ])('leaves out a file that %s, says so, and keeps the others', (_what, text) => {
    const { library, told } = libraryWith(text);
    expect(own.length).toBeGreaterThan(0);
    expect(library.list()).toEqual(own);
    expect(told).toEqual(['template.invalid added.json']);
  });
});
