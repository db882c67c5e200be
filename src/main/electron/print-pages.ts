/** Pages that are being printed, each at an address of its own that nobody can guess, for as long as it is printed. */
import { randomUUID } from 'node:crypto';
import { appOrigin } from './app-address.ts';

export interface PrintPages {
  /** Puts a page up; `remove` takes it down. */
  add(html: string): { address: string; remove: () => void };
  /** The page at a path of the program's own address. */
  read(path: string): string | undefined;
}

export function createPrintPages(): PrintPages {
  const pages = new Map<string, string>();
  return {
    add(html) {
      const path = `/print/${randomUUID()}`;
      pages.set(path, html);
      return { address: `${appOrigin}${path}`, remove: () => pages.delete(path) };
    },
    read: (path) => pages.get(path),
  };
}
