import { describe, expect, it } from 'vitest';
import { sourceFiles } from './imports.ts';

const networkModules = /^(?:node:)?(?:https?2?|net|tls|dgram|dns(?:\/promises)?|undici|ws)$/;

describe('the network', () => {
  const files = sourceFiles();

  it('is looked for in all the sources', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.some((file) => file.imports.includes('node:http'))).toBe(true);
  });

  it('is opened by the loopback door alone', () => {
    const users = files.filter((file) => file.imports.some((name) => networkModules.test(name)));
    expect(users.filter((file) => !file.path.startsWith('src/main/http/')).map((file) => file.path)).toEqual(
      [],
    );
  });

  it('is listened on at one place, on the loopback address', () => {
    const listeners = files.filter((file) => /\.listen\(/.test(file.text));
    expect(listeners.map((file) => file.path)).toEqual(['src/main/http/door.ts']);
    expect(listeners[0]?.text).toContain("const loopback = '127.0.0.1';");
  });

  it('is asked for nothing: no fetch outside the renderer’s client, no socket', () => {
    for (const { path, text } of files) {
      if (path !== 'src/renderer/api/client.ts') {
        expect(text, path).not.toMatch(/(?<![\w.])fetch\(/);
      }
      expect(text, path).not.toMatch(
        /\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|WebTransport)\b/,
      );
    }
  });

  it('is not gone to by the page: what no policy of a browser stops, no source does', () => {
    const pages = files.filter(({ path }) => path.startsWith('src/renderer/'));
    expect(pages.length).toBeGreaterThan(100);
    for (const { path, text } of pages) {
      expect(text, path).not.toMatch(
        /\bwindow\.open\(|\blocation\.(?:assign|replace)\(|\blocation\.href\s*=[^=]/,
      );
      expect(text, path).not.toMatch(/\btarget=["']|\bhref=["'](?!data:)/);
    }
  });
});
