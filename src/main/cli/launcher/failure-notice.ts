/** Where a sentence is shown to a person who clicked an icon. */
import { posix } from 'node:path';

export interface NoticeSurroundings {
  platform: NodeJS.Platform;
  environment: Readonly<Record<string, string | undefined>>;
  /** Whether somebody can read what is printed. */
  hasTerminal: boolean;
  exists: (path: string) => boolean;
  title: string;
  text: string;
}

export type FailureNotice =
  /** It has been printed, and that is enough. */
  | { kind: 'terminal' }
  | { kind: 'dialog'; command: string; parameters: readonly string[] }
  /** There is no program for a dialog: a page in the browser. */
  | { kind: 'page' };

/** Programs of Linux desktops that show a sentence, by how they want it; none of them may read it as markup. */
const dialogs: readonly (readonly [name: string, parameters: (title: string, text: string) => string[]])[] = [
  [
    'zenity',
    (title, text) => ['--error', '--no-markup', '--width=480', `--title=${title}`, `--text=${text}`],
  ],
  ['kdialog', (title, text) => ['--title', title, '--error', asPlainText(text)]],
];

/** On Windows the console that started the program stays open with the sentence. */
export function noticeFor(surroundings: NoticeSurroundings): FailureNotice {
  const { platform, environment, hasTerminal, exists, title, text } = surroundings;
  if (hasTerminal || platform === 'win32') return { kind: 'terminal' };
  if (platform === 'linux') {
    const folders = (environment.PATH ?? '/usr/bin').split(':').filter((folder) => folder.startsWith('/'));
    for (const [name, parameters] of dialogs) {
      const command = folders.map((folder) => posix.join(folder, name)).find(exists);
      if (command !== undefined) return { kind: 'dialog', command, parameters: parameters(title, text) };
    }
  }
  return { kind: 'page' };
}

function asPlainText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
