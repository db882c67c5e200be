/**
 * What a paragraph of a returned .docx shows, run by run: insertions count, deletions are told, content controls keep
 * their tag. Source: ECMA-376 part 1, 17.5.2 (controls), 17.13.4 (comments), 17.13.5 (revisions).
 */
import { isNumberBookmark, isNumberControl } from '../../../shared/domain/returned/control-tag.ts';
import type {
  ReturnedAside,
  ReturnedRevision,
  ReturnedText,
} from '../../../shared/domain/returned/returned-document.ts';
import { childOf, childrenOf, childValue, isOn, type XmlElement } from '../import/archive/xml-elements.ts';
import { alternative, notText, textWithin } from '../import/docx/paragraph-text.ts';
import { plainSymbol } from '../import/plain-symbols.ts';

/** What reading a paragraph adds to the document as a whole. */
export interface DocumentGathering {
  asides: ReturnedAside[];
  /** w:txbxContent elements, told apart. */
  textBoxes: XmlElement[];
  /** Words that open comments hang on, by id. */
  quotes: Map<string, string>;
  openComments: Set<string>;
}

const longestQuote = 200;

/** Reads one or several elements whose text stands in one place; `tag`: that of a control around them. */
export function createTextReader(gathering: DocumentGathering) {
  const text: ReturnedText = { runs: [], revisions: [], comments: [] };
  /** The control that what is read stands in; a nested one counts where its tag is one of the program's. */
  let tag: string | null = null;
  /** The id of the bookmark around what is read, where it is one of the program's. */
  let bookmark: string | null = null;
  /** Text goes on in the last run until a control begins or ends. */
  let open = false;

  const add = (words: string) => {
    if (words === '') return;
    const last = text.runs.at(-1);
    if (open && last !== undefined) last.text += words;
    else text.runs.push({ text: words, tag });
    open = true;
    for (const id of gathering.openComments) {
      const quote = gathering.quotes.get(id) ?? '';
      if (quote.length < longestQuote) gathering.quotes.set(id, (quote + words).slice(0, longestQuote));
    }
  };
  const revise = (kind: ReturnedRevision['kind'], element: XmlElement, words: string) => {
    if (words.trim() === '') return;
    text.revisions.push({ kind, author: element.attributes['w:author'] ?? '', text: words.trim() });
  };
  const aside = (kind: ReturnedAside['kind'], words: string) => {
    if (words.trim() !== '') gathering.asides.push({ kind, text: words.trim() });
  };
  const hang = (element: XmlElement) => {
    const id = element.attributes['w:id'] ?? '';
    if (!text.comments.includes(id)) text.comments.push(id);
    return id;
  };

  const inControl = (own: string, read: () => void) => {
    const outer = tag;
    tag = own;
    open = false;
    text.runs.push({ text: '', tag });
    open = true;
    read();
    tag = outer;
    open = false;
  };

  const openBookmark = ({ attributes }: XmlElement) => {
    const name = attributes['w:name'] ?? '';
    if (!isNumberBookmark(name) || bookmark !== null) return;
    bookmark = attributes['w:id'] ?? '';
    tag = name;
    open = false;
  };
  const closeBookmark = () => {
    bookmark = null;
    tag = null;
    open = false;
  };

  const readControl = (control: XmlElement) => {
    const properties = childOf(control, 'w:sdtPr');
    const own = childValue(properties, 'w:tag') ?? '';
    // What Word shows in an emptied control invites to type; nobody has written it.
    const isEmpty = isOn(properties, 'w:showingPlcHdr');
    const read = () => {
      if (!isEmpty) readInline(childOf(control, 'w:sdtContent'));
    };
    if (isNumberControl(own)) inControl(own, read);
    else read();
  };

  const readOne = (element: XmlElement): void => {
    switch (element.name) {
      case 'w:t':
      case 'm:t':
        add(element.children.filter((child) => typeof child === 'string').join(''));
        break;
      case 'w:tab':
      case 'w:ptab':
        add('\t');
        break;
      case 'w:br':
      case 'w:cr':
        add(element.attributes['w:type'] === 'page' ? '' : '\n');
        break;
      case 'w:noBreakHyphen':
        add('-');
        break;
      case 'w:sym':
        add(plainSymbol(Number.parseInt(element.attributes['w:char'] ?? '', 16)));
        break;
      case 'w:bookmarkStart':
        openBookmark(element);
        break;
      case 'w:bookmarkEnd':
        if (element.attributes['w:id'] === bookmark) closeBookmark();
        break;
      case 'w:sdt':
        readControl(element);
        break;
      case 'w:del':
      case 'w:moveFrom':
        revise('deleted', element, textWithin(element));
        break;
      case 'w:ins':
      case 'w:moveTo': {
        const before = wholeText();
        readInline(element);
        revise('inserted', element, wholeText().slice(before.length));
        break;
      }
      case 'w:r':
        if (isOn(childOf(element, 'w:rPr'), 'w:vanish')) aside('hidden', textWithin(element));
        else readInline(element);
        break;
      case 'w:rt':
        aside('hidden', textWithin(element));
        break;
      case 'w:commentRangeStart':
        gathering.openComments.add(hang(element));
        break;
      case 'w:commentRangeEnd':
        gathering.openComments.delete(element.attributes['w:id'] ?? '');
        break;
      case 'w:commentReference':
        hang(element);
        break;
      case 'mc:AlternateContent':
        readInline(alternative(element));
        break;
      case 'w:txbxContent':
        gathering.textBoxes.push(element);
        break;
      default:
        if (!notText.has(element.name)) readInline(element);
    }
  };
  const readInline = (parent: XmlElement | undefined): void => {
    for (const child of childrenOf(parent)) readOne(child);
  };
  const wholeText = () => text.runs.map((run) => run.text).join('');

  return {
    /** Another paragraph of the same place begins. */
    endParagraph() {
      if (text.runs.length > 0) add('\n');
    },
    read(parent: XmlElement, outerTag: string | null = null) {
      if (outerTag === null) readInline(parent);
      else inControl(outerTag, () => readInline(parent));
    },
    take: (): ReturnedText => text,
  };
}
