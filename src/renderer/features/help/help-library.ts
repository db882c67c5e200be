/** The topics of one language: a chunk of its own, fetched when the help is first opened. */
import type { Language } from '../../i18n/index.ts';
import { type HelpTopic, helpTopicSchema, helpTopics } from './help-topic.ts';

const sources: Record<Language, () => Promise<{ files: Record<string, unknown> }>> = {
  'zh-CN': () => import('./help-files-zh.ts'),
  en: () => import('./help-files-en.ts'),
};

/** In the order of the year's work. Throws for a file that is missing or not as it should be: a bug, which a test finds. */
export async function loadHelp(language: Language): Promise<HelpTopic[]> {
  const { files } = await sources[language]();
  const byName = new Map(
    Object.entries(files).map(([path, file]) => [path.replace(/^.*\/|\.json$/g, ''), file]),
  );
  return helpTopics.map((id) => ({ id, ...helpTopicSchema.parse(byName.get(id)) }));
}
