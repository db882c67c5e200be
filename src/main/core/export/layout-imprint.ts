/** 版头, 附注 and 版记 of a report. Source: GB/T 9704-2012, 7.2.3 to 7.2.6, 7.3.6 and 7.4. */
import type { Look } from '../../../shared/domain/look.ts';
import type { Report } from '../../../shared/domain/model.ts';
import { writtenDate } from '../../../shared/domain/written-date.ts';
import type { Colophon, RedHead } from './layout-model.ts';
import { printable } from './printable-text.ts';

/** How a person is reached does not belong on the internet. */
const contact = /联系|电话|手机|传真|邮箱|@|\d{5,}/u;

function clean(text: string): string {
  return printable(text).trim();
}

/** The names of a line «张三 李四、王五». A name of two characters is often typed with a blank between them: «张　三». */
export function signersOf(signer: string): string[] {
  const pieces = clean(signer)
    .split(/[\s、，,;；]+/u)
    .filter((piece) => piece !== '');
  const names: string[] = [];
  let half: string | null = null;
  for (const piece of pieces) {
    const isHalf = [...piece].length === 1;
    if (isHalf && half !== null) {
      names[names.length - 1] = half + piece;
      half = null;
      continue;
    }
    names.push(piece);
    half = isHalf ? piece : null;
  }
  return names;
}

export function redHeadOf({ imprint, signature, documentNumber }: Report): RedHead {
  const organ = clean(signature);
  return {
    kind: 'redHead',
    urgency: imprint.urgency,
    masthead: clean(imprint.masthead) || (organ === '' ? '' : `${organ}文件`),
    documentNumber: clean(documentNumber),
    signers: signersOf(imprint.signer),
  };
}

/** Null where there is nothing to say. */
export function colophonOf({ imprint, signature, issuedOn }: Report): Colophon | null {
  const copies = clean(imprint.copyTo)
    .replace(/^抄送\s*[:：]/u, '')
    .replace(/[。．.；;，,、\s]+$/u, '')
    .trim();
  const day = imprint.printedOn ?? issuedOn;
  const copyTo = copies === '' ? '' : `${copies}。`;
  const printedBy = clean(imprint.printedBy) || clean(signature);
  const printedOn = day === null ? '' : writtenDate(day);
  if (copyTo === '' && printedBy === '' && printedOn === '') return null;
  return { kind: 'colophon', copyTo, printedBy, printedOn };
}

/** «（联系人：…）»; '' where there is none, and where it says on the internet how a person is reached. */
export function annotationLine({ imprint }: Report, look: Look): string {
  const words = clean(imprint.annotation)
    .replace(/^[（(](.*)[）)]$/u, '$1')
    .trim();
  if (words === '' || (look === 'public' && contact.test(words))) return '';
  return `（${words}）`;
}
