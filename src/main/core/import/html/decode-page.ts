/**
 * Bytes of a web page → text. Source: HTML Standard 13.2.3 (byte order mark, then a declaration within the first
 * bytes). One difference: bytes that are well-formed UTF-8 are read as such, whatever the page declares, because pages
 * are often saved again in another encoding than the one they were written for, and GBK is hardly ever well-formed UTF-8.
 */
import { type DecodedText, decodeText } from '../text/decode-text.ts';

/** Where a declaration is looked for; saved pages put some lines before it. */
const declarationBytes = 4096;
const declaration =
  /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w-]{2,30})|^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w-]{2,30})/i;
/** Labels for the encoding of which they are all parts. */
const chineseLabels = /^(?:gb2312|gbk|gb18030|x-gbk|gb_2312-80|chinese)$/i;

/** Never throws: what cannot be decoded becomes U+FFFD and is counted. */
export function decodePage(bytes: Uint8Array): DecodedText {
  const decoded = decodeText(bytes);
  if (!decoded.guessed) return decoded;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declarationBytes));
  const match = declaration.exec(start);
  const declared = match?.[1] ?? match?.[2];
  if (declared === undefined) return decoded;
  const encoding = chineseLabels.test(declared) ? 'gb18030' : declared.toLowerCase();
  // Bytes that are not UTF-8, and UTF-16 that shows a declaration byte by byte, belie their declaration.
  if (/^utf-?(?:8|16)/.test(encoding)) return decoded;
  const text = decodeAs(encoding, bytes);
  if (text === null) return decoded;
  return { text, encoding, guessed: false, undecodable: text.split('\ufffd').length - 1 };
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    // No encoding of that name is known.
    return null;
  }
}
