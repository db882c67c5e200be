/** A name for the written file that every drive and system takes. */
import type { Report } from '../../../shared/domain/model.ts';

const extension = '.docx';
/** Linux allows 255 bytes of a name, FAT32 255 UTF-16 units; the rest is room for « (2)» and the like. */
const mostBytes = 180;
/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;

const graphemes = new Intl.Segmenter('zh-CN');

function shorten(name: string): string {
  let kept = '';
  for (const { segment } of graphemes.segment(name)) {
    if (Buffer.byteLength(kept + segment) > mostBytes) break;
    kept += segment;
  }
  return kept;
}

/**
 * `title` as a file name: without what FAT32 and Windows forbid (\ / : * ? " < > | and control characters), without
 * invisible direction marks, and without blanks or dots at either end. `extension` with its dot.
 */
export function fileNameOf(title: string, extension: string): string {
  const name = shorten(
    title
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
      .replace(/[\\/:*?"<>|]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/^[\s.]+/u, ''),
  ).replace(/[\s.]+$/u, '');
  return name === '' ? '' : `${reserved.test(name) ? `_${name}` : name}${extension}`;
}

/** The report's title as the name of its .docx. */
export function suggestedFileName(report: Pick<Report, 'title' | 'year'>): string {
  return fileNameOf(report.title, extension) || `${report.year}年度报告${extension}`;
}
