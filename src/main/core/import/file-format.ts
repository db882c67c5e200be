/** What a file is: told by its content first; its name only settles what the content leaves open. */

export type FileFormat =
  | { kind: 'text' }
  | { kind: 'page' }
  | { kind: 'zip' }
  /**
   * A compound file: .doc and .wps, but also older sheets and slides, and what a password protects. `format`: what it
   * is, going by its name.
   */
  | { kind: 'compound'; format: string }
  /** Recognised, but not read by this program. `format` as a person knows it: «doc», «pdf». */
  | { kind: 'other'; format: string }
  /** No text, though the name promises a format that is read. */
  | { kind: 'damaged' };

const signatures: { bytes: number[]; format: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], format: 'pdf' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], format: 'rtf' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], format: 'png' },
  { bytes: [0xff, 0xd8, 0xff], format: 'jpg' },
  { bytes: [0x47, 0x49, 0x46, 0x38], format: 'gif' },
  { bytes: [0x42, 0x4d, 0x36], format: 'bmp' },
  { bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], format: 'rar' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], format: '7z' },
  { bytes: [0x1f, 0x8b], format: 'gz' },
  { bytes: [0x4d, 0x5a, 0x90], format: 'exe' },
];
const zipSignatures = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const compoundFormats = ['doc', 'wps', 'xls', 'et', 'ppt', 'dps'];
const pageFormats = ['html', 'htm', 'xhtml'];
const readableFormats = ['docx', 'doc', 'wps', 'ofd', 'txt', '', ...pageFormats];
const sampleBytes = 64 * 1024;

export function detectFormat(name: string, bytes: Uint8Array): FileFormat {
  const starts = (signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
  const extension = extensionOf(name);
  if (zipSignatures.some(starts)) return { kind: 'zip' };
  if (starts(compoundFile)) {
    return { kind: 'compound', format: compoundFormats.includes(extension) ? extension : 'doc' };
  }
  const known = signatures.find(({ bytes: signature }) => starts(signature));
  if (known !== undefined) return { kind: 'other', format: known.format };
  const sample = bytes.subarray(0, sampleBytes);
  if (!looksLikeText(sample)) {
    const readable = readableFormats.includes(extension);
    return readable ? { kind: 'damaged' } : { kind: 'other', format: extension };
  }
  const start = startOf(bytes);
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype html|html|head|body)\b/.test(start)) {
    return { kind: 'page' };
  }
  if (/^(?:from: |mime-version: )/.test(start) && start.includes('multipart/related')) {
    return { kind: 'other', format: 'mht' };
  }
  if (pageFormats.includes(extension) && start.startsWith('<')) return { kind: 'page' };
  if (start.startsWith('<?xml')) return { kind: 'other', format: 'xml' };
  // Its first word may be spoilt, or stand behind what a mail program put before it; it is not text for people.
  if (extension === 'pdf') return { kind: 'other', format: 'pdf' };
  return { kind: 'text' };
}

/** Format of a ZIP archive that is neither .docx nor .ofd, by the names in it. */
export function otherArchiveFormat(names: ReadonlySet<string>): string {
  const has = (start: string) => [...names].some((name) => name.startsWith(start));
  if (has('xl/')) return 'xlsx';
  if (has('ppt/')) return 'pptx';
  return has('content.xml') ? 'odt' : 'zip';
}

/** The first characters, in lower case, in UTF-16 where its mark says so. */
function startOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes.subarray(0, 2048)).trimStart().toLowerCase();
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * Well-formed UTF-8 without zeros is text, whatever else is in it. Text of other encodings has hardly any control
 * characters but those that end lines, or is UTF-16.
 */
function looksLikeText(sample: Uint8Array): boolean {
  if (!sample.includes(0) && isWellFormed(sample)) return true;
  const utf16 = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  if (utf16) return true;
  let controls = 0;
  for (const byte of sample) {
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) controls += 1;
  }
  return controls <= sample.length * 0.05 || looksLikeUtf16(sample);
}

function isWellFormed(sample: Uint8Array): boolean {
  try {
    // As a stream, because the sample may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Without its mark: the high bytes are those of Chinese, its punctuation, full-width forms and ASCII. */
function looksLikeUtf16(sample: Uint8Array): boolean {
  const pairs = Math.floor(sample.length / 2);
  const share = (parity: number) => {
    let ordinary = 0;
    for (let index = parity; index < pairs * 2; index += 2) {
      const byte = sample[index] ?? 0;
      if ([0x00, 0x20, 0x30, 0xff].includes(byte) || (byte >= 0x4e && byte <= 0x9f)) ordinary += 1;
    }
    return ordinary / Math.max(1, pairs);
  };
  return Math.max(share(0), share(1)) > 0.95;
}
