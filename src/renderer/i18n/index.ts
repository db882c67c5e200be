/** The interface's languages: zh-CN first, en complete; keys are typed by the Chinese files. */

import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Failure } from '../../shared/errors.ts';
import { isTransportFailure } from '../api/client.ts';
import { keepChoice, keptChoice } from '../app/kept-choice.ts';
import { chinese, english } from './resources.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'xiangbao.language';

function storedLanguage(): Language {
  const stored = keptChoice(storageKey);
  return languages.find((language) => language === stored) ?? 'zh-CN';
}

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: storedLanguage(),
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': chinese, en: english },
  defaultNS: 'common',
  initAsync: false,
  interpolation: { escapeValue: false },
  // A sentence without one of its parameters is still a sentence.
  missingInterpolationHandler: () => '',
});

/** Words outside components; inside them use `useTranslation`. */
export const translate = i18n.getFixedT(null, [
  'common',
  'home',
  'start',
  'import',
  'write',
  'data',
  'check',
  'exchange',
  'history',
  'submit',
  'backup',
  'preview',
  'returned',
  'about',
  'help',
  'journal',
  'protection',
  'update',
  'errors',
]);

const doors = ['electron', 'http', 'cli'] as const;

/** What happened, to what, and what to do now, in the language of the interface. */
export function errorSentence({ code, parameters }: Failure): string {
  if (isTransportFailure({ code, parameters })) return translate('errors:unreachable');
  const door = doors.find((one) => one === parameters.door);
  const words = door ? { ...parameters, door: translate(`common:door.${door}`) } : parameters;
  return translate(`errors:${code}`, words);
}

/** Changes the language at once and for the next start. */
export function chooseLanguage(language: Language): void {
  keepChoice(storageKey, language);
  document.documentElement.lang = language;
  void i18n.changeLanguage(language);
}

export function currentLanguage(): Language {
  return languages.find((language) => language === i18n.language) ?? 'zh-CN';
}
