import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Its name tells somebody who finds it what it is. */
const pageName = '乡报没有启动.html';

/** A page with one sentence and nothing else: no script, nothing fetched. */
export function noticePage(title: string, text: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>
body { margin: 18vh auto 0; max-width: 34em; padding: 0 1.5em; font: 16px/1.8 system-ui, sans-serif; color: #333; }
h1 { font-size: 22px; color: #9b1c1c; }
p { white-space: pre-line; }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
</body>
</html>
`;
}

/**
 * Writes the page into the first of `folders` that takes it, over an earlier one, and answers its address; `null` where
 * none does. A browser in a box of its own (snap) sees the person's home but not the system's temporary folder.
 */
export function writeNoticePage(folders: readonly string[], title: string, text: string): string | null {
  for (const folder of folders) {
    const path = join(folder, pageName);
    try {
      writeFileSync(path, noticePage(title, text), { mode: 0o600 });
      return pathToFileURL(path).href;
    } catch {
      // The next one.
    }
  }
  return null;
}

/** A start that went well makes the page of an earlier one untrue. */
export function removeNoticePage(folders: readonly string[]): void {
  for (const folder of folders) {
    try {
      rmSync(join(folder, pageName), { force: true });
    } catch {
      // It is only out of date.
    }
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
