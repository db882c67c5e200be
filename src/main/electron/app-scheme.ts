/** Serves the built renderer under `app://xiangbao/`. */
import { readFile } from 'node:fs/promises';
import type { CustomScheme, Protocol } from 'electron';
import { securityHeaders } from '../node/content-security-policy.ts';
import { printPolicy } from '../node/pdf/print-policy.ts';
import type { RendererFile } from '../node/renderer-files.ts';
import { appScheme } from './app-address.ts';
import { isOwnAddress } from './navigation-guard.ts';
import type { PrintPages } from './print-pages.ts';

/** To be registered before Electron is ready: an address with an origin of its own, treated as a secure one. */
export const appSchemePrivileges: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/**
 * Answers one request from the closed list of renderer files and the pages that are being printed; the address is looked
 * up, never turned into a path, so that it cannot leave the list. Anything else, and any method but GET, is 404.
 */
export async function answerAppRequest(
  request: Pick<Request, 'method' | 'url'>,
  files: ReadonlyMap<string, RendererFile>,
  pages: Pick<PrintPages, 'read'>,
): Promise<Response> {
  const page = request.method === 'GET' ? pages.read(addressPath(request.url)) : undefined;
  if (page !== undefined) {
    return new Response(page, {
      headers: {
        ...securityHeaders,
        'Content-Security-Policy': printPolicy,
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
      },
    });
  }
  const file = request.method === 'GET' ? files.get(addressPath(request.url)) : undefined;
  if (file === undefined) {
    return notFound();
  }
  try {
    return new Response(new Uint8Array(await readFile(file.path)), {
      headers: {
        ...securityHeaders,
        'Content-Type': file.contentType,
        'Cache-Control': file.cacheControl,
      },
    });
  } catch {
    return notFound();
  }
}

/** Lets `protocol` answer for the scheme. */
export function serveAppScheme(
  protocol: Pick<Protocol, 'handle'>,
  files: ReadonlyMap<string, RendererFile>,
  pages: Pick<PrintPages, 'read'>,
): void {
  protocol.handle(appScheme, (request) => answerAppRequest(request, files, pages));
}

/** The path of an address of ours as it was sent, undecoded; empty for any other host, or with a user's name. */
function addressPath(address: string): string {
  return isOwnAddress(address) ? (URL.parse(address)?.pathname ?? '') : '';
}

function notFound(): Response {
  return new Response('404\n', {
    status: 404,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
