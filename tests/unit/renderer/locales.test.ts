import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorSentence, i18n } from '../../../src/renderer/i18n/index.ts';
import { errorCodes } from '../../../src/shared/errors.ts';

const folder = join(import.meta.dirname, '../../../resources/locales');
const namespaces = readdirSync(join(folder, 'zh-CN'));

function sentences(language: string, namespace: string): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (value: unknown, path: string) => {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, path === '' ? key : `${path}.${key}`);
    } else throw new Error(`${language}/${namespace}: ${path} is neither text nor group`);
  };
  visit(JSON.parse(readFileSync(join(folder, language, namespace), 'utf8')), '');
  return found;
}

function placeholders(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ''))].sort();
}

describe('locale files', () => {
  it('are the same files in both languages', () => {
    expect(readdirSync(join(folder, 'en'))).toEqual(namespaces);
  });

  describe.each(namespaces)('%s', (namespace) => {
    const chinese = sentences('zh-CN', namespace);
    const english = sentences('en', namespace);

    it('has the same keys', () => {
      expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    });

    it('has the same placeholders, and no empty sentence', () => {
      for (const [key, sentence] of chinese) {
        expect(sentence.trim(), key).not.toBe('');
        expect(english.get(key)?.trim(), key).not.toBe('');
        expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(sentence));
      }
    });
  });
});

describe('error sentences', () => {
  it.each(errorCodes)(
    '%s says what happened in both languages, with and without parameters',
    async (code) => {
      const told: string[] = [];
      for (const language of ['zh-CN', 'en']) {
        await i18n.changeLanguage(language);
        const sentence = errorSentence({ code, parameters: {} });
        expect(sentence).not.toContain(code);
        expect(sentence).not.toContain('{{');
        expect(sentence.length).toBeGreaterThan(8);
        told.push(sentence);
      }
      expect(told[0]).not.toBe(told[1]);
    },
  );

  it('puts parameters and the door into words', async () => {
    await i18n.changeLanguage('zh-CN');
    const parameters = { user: '王强', host: 'office-2', door: 'http' };
    const sentence = errorSentence({ code: 'workspace.locked', parameters });
    expect(sentence).toContain('王强');
    expect(sentence).toContain('office-2');
    expect(sentence).toContain('浏览器');
    expect(sentence).not.toContain('http');
  });

  it('tells an unreachable program apart from a fault', async () => {
    await i18n.changeLanguage('zh-CN');
    const lost = errorSentence({ code: 'internal', parameters: { kind: 'transport' } });
    expect(lost).not.toBe(errorSentence({ code: 'internal', parameters: {} }));
    expect(lost).toContain('连不上');
  });
});
