/** Office packages that are the same bytes for the same contents and time. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The earliest time that an archive can hold (PKWARE APPNOTE 4.4.6), as the local time that fflate writes. */
const noTime = new Date(1980, 0, 1);
const propertiesPath = 'docProps/core.xml';

/**
 * The package with the libraries' own times taken out: `createdAt` in its properties, none in the archive. Workbooks
 * behind charts are settled too.
 */
export function settlePackage(bytes: Uint8Array, createdAt: Date): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes);
  for (const [name, part] of Object.entries(files)) {
    if (name.endsWith('.xlsx')) files[name] = settlePackage(part, createdAt);
    if (name === propertiesPath) files[name] = strToU8(redated(strFromU8(part), createdAt));
  }
  return zipSync(files, { level: 6, mtime: noTime });
}

function redated(properties: string, createdAt: Date): string {
  const time = `${createdAt.toISOString().slice(0, 19)}Z`;
  return properties.replace(
    /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g,
    (_whole, open: string, _name: string, close: string) => `${open}${time}${close}`,
  );
}
