/** A picture written into a web page itself. Source: RFC 2397. */
import type { ShownPicture } from '../pictures.ts';

const endings: Record<string, string> = { jpeg: 'jpg', 'svg+xml': 'svg', 'x-icon': 'ico' };
const dataAddress = /^\s*data:image\/([a-z0-9.+-]{1,40})(?:;[a-z0-9=.-]{1,80}){0,4};base64,/i;

/** The picture that the address holds in base64; null for any other address, elsewhere or written otherwise. */
export function embeddedPicture(address: string): ShownPicture | null {
  const head = dataAddress.exec(address);
  if (head === null) return null;
  const kind = head[1]?.toLowerCase() ?? '';
  const start = head[0].length;
  return {
    key: address,
    name: `.${endings[kind] ?? kind}`,
    size: Math.ceil(((address.length - start) * 3) / 4),
    read() {
      const written = address.slice(start).replace(/\s+|={1,2}\s*$/g, '');
      return /[^A-Za-z0-9+/]/.test(written) ? null : Buffer.from(written, 'base64');
    },
  };
}
