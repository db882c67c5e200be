/** Documents in prose: titles in 《》 and document numbers, 〔2023〕8号 (GB/T 9704-2012, 7.2.5). */
import { halfWidth } from '../../text/characters.ts';
import { type Span, spansOf } from './fact.ts';

/** A title may name another document: 《关于印发〈…〉的通知》, also written with 《》 inside. */
const title = /《(?:[^《》\n]|《[^《》\n]{1,80}》){1,190}》/g;
const documentNumber =
  /[\u4e00-\u9fffA-Za-z]{0,10}[〔[(【]\s*(?:19|20)\d\d\s*[〕\])】]\s*第?\s*\d{1,5}\s*号/g;
/** Words before a document number that are no part of the issuer's code. */
const before =
  /^.*(?:根据|按照|依据|印发|下发|转发|文件|通知|发布|制定|出台|贯彻|落实|执行|的|了|以|和|与|及|见|即|为|在)(?=[^〔[(【]*[〔[(【])/;

/** The places of titles (at most 200 characters) and of document numbers; they may overlap. */
export function findDocuments(text: string): Span[] {
  const titles = spansOf(text, title).filter(({ start, end }) => end - start <= 200);
  const numbers = spansOf(halfWidth(text), documentNumber).map(({ start, end }) => ({
    start: start + (before.exec(text.slice(start, end))?.[0].length ?? 0),
    end,
  }));
  return [...titles, ...numbers];
}
