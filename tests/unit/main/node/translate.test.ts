import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createResourceFolder } from '../../../../src/main/node/resource-folder.ts';
import {
  createTranslate,
  failureSentence,
  languageFor,
  languages,
} from '../../../../src/main/node/translate.ts';
import { errorCodes } from '../../../../src/shared/errors.ts';

const shipped = createResourceFolder(join(import.meta.dirname, '../../../../resources'));

function texts(files: Record<string, unknown>) {
  return {
    list: () => Object.keys(files),
    readText: (path: string) => JSON.stringify(files[path.split('/').at(-1) ?? '']),
  };
}

describe('languageFor', () => {
  it.each([
    ['zh_CN.UTF-8', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['en_US.UTF-8', 'en'],
    ['en-GB', 'en'],
    ['en', 'en'],
    ['eng', 'zh-CN'],
    ['C', 'zh-CN'],
    ['', 'zh-CN'],
    [undefined, 'zh-CN'],
  ])('%j speaks %s', (locale, language) => {
    expect(languageFor(locale)).toBe(language);
  });
});

describe('createTranslate', () => {
  it('fills placeholders as plain text', () => {
    const translate = createTranslate(
      texts({ 'errors.json': { workspace: { locked: '资料库正由{{user}}使用' } } }),
      'zh-CN',
    );
    expect(
      failureSentence(translate, { code: 'workspace.locked', parameters: { user: '<王芳> & 李' } }),
    ).toBe('资料库正由<王芳> & 李使用');
  });

  it('leaves an unknown key as it is', () => {
    expect(createTranslate(texts({}), 'en')('menu:file.title')).toBe('file.title');
  });

  it.each(languages)('has a sentence for every error code in %s', (language) => {
    const translate = createTranslate(shipped, language);
    for (const code of errorCodes) {
      expect(failureSentence(translate, { code, parameters: {} })).not.toBe(code);
    }
  });
});
