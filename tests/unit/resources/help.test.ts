/** The help against the program: what it quotes is there under that name, and what it points to exists. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { places } from '../../../src/renderer/app/route.ts';
import { loadHelp } from '../../../src/renderer/features/help/help-library.ts';
import { helpTopics, topicOf } from '../../../src/renderer/features/help/help-topic.ts';
import { textsOf } from '../../../src/renderer/features/help/search-help.ts';
import { shortcuts } from '../../../src/renderer/features/help/shortcuts.ts';
import { resourcesFolder } from '../../support/workspace.ts';

const languages = [
  { language: 'zh-CN', quoted: /「([^」]+)」/g },
  { language: 'en', quoted: /“([^”]+)”/g },
] as const;

/** Every sentence of the interface; what is filled in at run time stands as «…». */
function interfaceWords(language: string): Set<string> {
  const folder = join(resourcesFolder, 'locales', language);
  const words = new Set<string>();
  const visit = (value: unknown) => {
    if (typeof value === 'string') words.add(value.trim().replaceAll(/\{\{\w+\}\}/g, '…'));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  for (const name of readdirSync(folder)) visit(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  return words;
}

describe.each(languages)('the help in $language', ({ language, quoted }) => {
  const folder = join(resourcesFolder, 'help', language);

  it('has a file for each topic and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(helpTopics.map((id) => `${id}.json`).sort());
  });

  it('quotes only names that the interface has', async () => {
    const known = interfaceWords(language);
    const wrong = (await loadHelp(language)).flatMap(({ id, blocks }) =>
      blocks
        .flatMap(textsOf)
        .flatMap((text) => [...text.matchAll(quoted)].map((match) => match[1] ?? ''))
        .filter((name) => !known.has(name))
        .map((name) => `${id}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has terms that the interface uses where they explain its buttons', async () => {
    const known = interfaceWords(language);
    const topics = (await loadHelp(language)).filter(({ id }) => id === 'checking' || id === 'damage');
    const terms = topics.flatMap(({ blocks }) =>
      blocks.flatMap((block) => ('terms' in block ? block.terms : [])),
    );
    expect(terms.length).toBe(6);
    for (const [term] of terms) expect(known).toContain(term);
  });

  it('leads from no topic to itself, and to each from somewhere', async () => {
    const topics = await loadHelp(language);
    for (const { id, see } of topics) expect(see).not.toContain(id);
    const reached = new Set(topics.flatMap(({ see }) => see));
    // The keys and the backups' own list of topics are found from the list of all.
    expect(helpTopics.filter((id) => !reached.has(id))).toEqual(['shortcuts']);
  });

  it('quotes in pairs and shouts nowhere', async () => {
    for (const { blocks } of await loadHelp(language)) {
      for (const text of blocks.flatMap(textsOf)) {
        expect(text).not.toMatch(/[!！]/);
        expect(text.match(/[「“]/g)?.length ?? 0).toBe(text.match(/[」”]/g)?.length ?? 0);
      }
    }
  });

  it('has words for every key', () => {
    const { keys } = JSON.parse(
      readFileSync(join(resourcesFolder, 'locales', language, 'help.json'), 'utf8'),
    );
    for (const [group, ids] of Object.entries(shortcuts)) {
      expect(Object.keys(keys[group]).sort()).toEqual(['title', ...Object.keys(ids)].sort());
    }
    expect(Object.keys(keys)).toEqual(Object.keys(shortcuts));
  });
});

it('says the same in both languages, block by block', async () => {
  const [chinese, english] = await Promise.all([loadHelp('zh-CN'), loadHelp('en')]);
  const shape = ({ see, blocks }: (typeof chinese)[number]) => ({
    see,
    blocks: blocks.map((block) => [Object.keys(block), textsOf(block).length]),
  });
  expect(english.map(shape)).toEqual(chinese.map(shape));
});

it('opens at the topic of the screen', () => {
  expect(topicOf({ screen: 'home' })).toBe('first-start');
  expect(new Set(places.map((place) => topicOf({ screen: 'report', reportId: 'x', place }))).size).toBe(5);
});
