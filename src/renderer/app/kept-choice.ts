/**
 * Choices of the person at this computer that are no part of the workspace: language, size of type. The loopback door
 * has another port at each launch, and with it an empty storage; a cookie belongs to the host and outlives that. The
 * desktop window's own scheme has no cookies, but its storage stays.
 */
const yearInSeconds = 365 * 24 * 60 * 60;

/** Both `key` and `value` are plain words. */
export function keepChoice(key: string, value: string): void {
  localStorage.setItem(key, value);
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not there on http addresses.
  document.cookie = `${key}=${value}; Max-Age=${yearInSeconds}; Path=/; SameSite=Strict`;
}

/** The choice kept under `key`, or null; null as well where there is no page, as in unit tests. */
export function keptChoice(key: string): string | null {
  if (typeof localStorage === 'undefined') return null;
  const kept = document.cookie
    .split('; ')
    .map((pair) => pair.split('='))
    .find(([name]) => name === key);
  return localStorage.getItem(key) ?? kept?.[1] ?? null;
}
