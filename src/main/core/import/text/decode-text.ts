/**
 * Bytes of a text file → text. A byte order mark settles the encoding, then well-formed UTF-8 does; otherwise the
 * encodings met in Chinese offices are tried, and the one whose result looks most like Chinese prose is taken.
 */
export interface DecodedText {
  text: string;
  /** Label of the Encoding Standard: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`. */
  encoding: string;
  /** The file did not state its encoding. */
  guessed: boolean;
  /** Characters that the bytes do not spell in that encoding (each became U+FFFD). */
  undecodable: number;
}

/** How many bytes are looked at to guess; an even number, as UTF-16 counts in pairs. */
const sampleBytes = 64 * 1024;

/**
 * The characters that most of any Chinese report consists of, with its punctuation; foreign bytes read in the
 * wrong encoding make characters as well, but not these.
 */
const frequentCharacters = new Set(
  '的一是在不了有和人这中大为上个国以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法' +
    '所民得经三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政' +
    '四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者' +
    '最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角' +
    '期根论运农指几九区强放决西被干做必战先回则任取据处府镇乡村法治务报告县办公众群措施，。、：；“”（）〔〕《》！？' +
    '0123456789\r\n \t　.,:;()',
);

const byteOrderMarks: { bytes: number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
];

/** Reads text of unknown encoding. Never throws: what cannot be decoded becomes U+FFFD and is counted. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = byteOrderMarks.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) {
    return decodedAs(mark.encoding, bytes.subarray(mark.bytes.length), false);
  }
  if (!bytes.includes(0)) {
    try {
      return { ...wellFormed(bytes), encoding: 'utf-8', guessed: false, undecodable: 0 };
    } catch {
      // Not UTF-8: one of the others, to be guessed.
    }
  }
  const sample = bytes.subarray(0, sampleBytes);
  const [best] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']
    .map((encoding) => ({ encoding, likeness: likenessToChinese(decode(encoding, sample)) }))
    .sort((a, b) => b.likeness - a.likeness);
  return decodedAs(best?.encoding ?? 'utf-8', bytes, true);
}

function wellFormed(bytes: Uint8Array): { text: string } {
  return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function decodedAs(encoding: string, bytes: Uint8Array, guessed: boolean): DecodedText {
  const text = decode(encoding, bytes);
  return { text, encoding, guessed, undecodable: text.split('\uFFFD').length - 1 };
}

/** Share of frequent characters, less a penalty for what did not decode or is no text. */
function likenessToChinese(text: string): number {
  let frequent = 0;
  let wrong = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (frequentCharacters.has(character)) frequent += 1;
    else if (code === 0xfffd || code < 0x20 || (code >= 0xe000 && code < 0xf900)) wrong += 1;
  }
  return text.length === 0 ? 0 : (frequent - 3 * wrong) / text.length;
}
