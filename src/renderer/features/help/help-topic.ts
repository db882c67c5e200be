/** What a topic of the help is made of. Plain texts only: nothing in them is markup, so nothing in them can be run. */
import { z } from 'zod';
import type { Route } from '../../app/route.ts';
import { shortcutGroups } from './shortcuts.ts';

/** In the order of the year's work; each is a file of that name in every language. */
export const helpTopics = [
  'first-start',
  'import',
  'start-year',
  'carried',
  'numbers',
  'exchange',
  'references',
  'number-formats',
  'override',
  'conditions',
  'figures',
  'promises',
  'checking',
  'preview',
  'formats',
  'submit',
  'verify',
  'returned',
  'history',
  'backups',
  'passwords',
  'damage',
  'save-fails',
  'move',
  'update',
  'shortcuts',
  'glossary',
] as const;
export type HelpTopicId = (typeof helpTopics)[number];

const words = z.string().min(1).max(400);

const blockSchema = z.union([
  z.strictObject({ text: words }),
  z.strictObject({ heading: words }),
  /** To be done one after the other. */
  z.strictObject({ steps: z.array(words).min(2) }),
  z.strictObject({ points: z.array(words).min(2) }),
  z.strictObject({ terms: z.array(z.tuple([words, words])).min(2) }),
  /** The program's own keys, which no topic repeats. */
  z.strictObject({ keys: z.enum(shortcutGroups) }),
]);
export type HelpBlock = z.infer<typeof blockSchema>;

export const helpTopicSchema = z.strictObject({
  title: words,
  blocks: z.array(blockSchema).min(1),
  /** Where to read on. */
  see: z.array(z.enum(helpTopics)),
});
export interface HelpTopic extends z.infer<typeof helpTopicSchema> {
  id: HelpTopicId;
}

/** The topic that belongs to a screen. */
export function topicOf(route: Route): HelpTopicId {
  switch (route.screen) {
    case 'home':
      return 'first-start';
    case 'import':
    case 'bind':
      return 'import';
    case 'start':
      return 'start-year';
    case 'formats':
      return 'formats';
    case 'compare':
      return 'carried';
    case 'about':
      return 'save-fails';
    case 'report':
      return topicOfPlace[route.place];
  }
}

const topicOfPlace = {
  write: 'references',
  data: 'numbers',
  check: 'checking',
  preview: 'preview',
  submit: 'submit',
} as const satisfies Record<string, HelpTopicId>;
