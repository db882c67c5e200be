/** Sentences for the places that speak without the renderer: start errors, the menu, the command line. */
import i18next from 'i18next';
import { z } from 'zod';
import type { Failure } from '../../shared/errors.ts';
import type { Resources } from '../core/ports.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const namespaces = [
  'errors',
  'menu',
  'cli',
  'check',
  'exchange',
  'journal',
  'returned',
  'submission',
  'protection',
] as const;

type Texts = { [key: string]: string | Texts };
const textsSchema: z.ZodType<Texts> = z.lazy(() => z.record(z.string(), z.union([z.string(), textsSchema])));

/** `key` is `namespace:path.of.keys`; parameters fill `{{name}}`. An unknown key comes back as it is. */
export type Translate = (key: string, parameters?: Readonly<Record<string, string | number>>) => string;

/**
 * The interface language for a system locale such as `zh_CN.UTF-8` or `en-GB`: English where the system speaks
 * English, Chinese everywhere else, since that is whom the program is for.
 */
export function languageFor(locale: string | undefined): Language {
  return /^en([-_.]|$)/i.test(locale ?? '') ? 'en' : 'zh-CN';
}

/** Reads the texts of `language` from the shipped locales; a file that is not there leaves its keys unknown. */
export function createTranslate(resources: Resources, language: Language): Translate {
  const folder = `locales/${language}`;
  const present = new Set(resources.list(folder));
  const texts = Object.fromEntries(
    namespaces
      .filter((namespace) => present.has(`${namespace}.json`))
      .map((namespace) => [
        namespace,
        textsSchema.parse(JSON.parse(resources.readText(`${folder}/${namespace}.json`))),
      ]),
  );
  const instance = i18next.createInstance({
    lng: language,
    initAsync: false,
    ns: [...namespaces],
    resources: { [language]: texts },
    // What is shown is plain text, in a terminal or a system dialog; escaping for HTML would garble names.
    interpolation: { escapeValue: false },
  });
  void instance.init();
  return (key, parameters) => instance.t(key, { ...parameters });
}

/** The sentence for an expected failure; a door that holds the workspace is called what people call it. */
export function failureSentence(translate: Translate, { code, parameters }: Failure): string {
  const named =
    code === 'workspace.locked'
      ? { ...parameters, door: translate(`errors:doorName.${parameters.door}`) }
      : parameters;
  return translate(`errors:${code}`, named);
}
