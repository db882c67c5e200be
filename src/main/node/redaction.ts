/**
 * Log lines may travel to whoever helps a clerk, so paths (they hold names of people and units), identifiers and
 * grants are taken out before a line is written.
 */
const windowsPath = /[A-Za-z]:[\\/][^\s"'<>|]*|\\\\[^\s"'<>|]+/g;
const unixPath = /(?<![\w.])~?\/[^\s"'<>|]+/g;
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const longSecret = /[A-Za-z0-9_-]{32,}/g;

export const longestLoggedText = 300;

/** Takes paths, identifiers and unguessable names out of `text` and bounds its length. */
export function redact(text: string): string {
  return text
    .slice(0, longestLoggedText)
    .replace(uuid, '[id]')
    .replace(windowsPath, '[path]')
    .replace(unixPath, '[path]')
    .replace(longSecret, '[id]');
}
