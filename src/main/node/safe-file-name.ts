const longestBytes = 200;
const longestExtension = 20;
/** Device names that Windows opens whatever the folder: Microsoft, «Naming Files, Paths, and Namespaces». */
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name under which a file handed over by a page can stand in a folder of ours: the last component only, without
 * control or reserved characters, at most 200 bytes of UTF-8 with its extension kept.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  const cleaned = last.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_').replace(/^[.\s]+|[.\s]+$/g, '');
  const dot = cleaned.lastIndexOf('.');
  const hasExtension = dot > 0 && cleaned.length - dot <= longestExtension;
  const extension = hasExtension ? cleaned.slice(dot) : '';
  const stem = hasExtension ? cleaned.slice(0, dot) : cleaned;
  const safeStem = stem === '' || reservedOnWindows.test(stem) ? `_${stem}` : stem;
  return shortened(safeStem, longestBytes - Buffer.byteLength(extension)) + extension;
}

function shortened(text: string, bytes: number): string {
  let length = 0;
  let kept = '';
  for (const character of text) {
    length += Buffer.byteLength(character);
    if (length > bytes) {
      break;
    }
    kept += character;
  }
  return kept;
}
