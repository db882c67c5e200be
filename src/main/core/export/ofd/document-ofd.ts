/**
 * The paged document as an OFD package, the state's own page format: text as text in its fonts, rules and charts as
 * paths, headings as an outline. Source: GB/T 33190-2016. Fonts are named and not embedded.
 */
import { createHash } from 'node:crypto';
import { strToU8 } from 'fflate';
import type { FormatProfile } from '../../../../shared/domain/format-profile.ts';
import type { PagedDocument } from '../../../../shared/domain/paged-document.ts';
import { closePackage } from '../package-files.ts';
import { xml, xmlDocument } from '../xml-text.ts';
import { createFontTable } from './font-table.ts';
import { createObjectIds } from './object-ids.ts';
import { outline } from './outline.ts';
import { ofdNamespace, pageContent } from './page-content.ts';
import { millimetres, numberList } from './page-units.ts';

/** 8.1 of the standard: the only version there is. */
const version = '1.0';

/**
 * The bytes of the .ofd; the same for the same input. `issuedOn`: the document's day as ISO date, or null. Throws where a
 * chart holds what this writer cannot draw.
 */
export function renderOfd(
  document: PagedDocument,
  format: FormatProfile,
  issuedOn: string | null,
): Uint8Array {
  const ids = createObjectIds();
  const fonts = createFontTable(format, ids);
  const pageIds = document.pages.map(() => ids.next());
  const pages = document.pages.map((page) => xmlDocument(pageContent(page, { fonts, format, ids })));
  const folder = 'Doc_0';
  const content = pages.map((page, index) => [`${folder}/Pages/Page_${index}/Content.xml`, page] as const);
  const parts: (readonly [string, string])[] = [
    [`${folder}/Document.xml`, documentPart(document, pageIds, ids.last())],
    [`${folder}/PublicRes.xml`, resourcesPart(fonts.elements())],
    ...content,
  ];
  const sum = createHash('sha256');
  for (const [, part] of parts) sum.update(part);
  const documentId = sum.digest('hex').slice(0, 32);
  const root = ['OFD.xml', rootPart(document, documentId, issuedOn)] as const;
  return closePackage(Object.fromEntries([root, ...parts].map(([name, part]) => [name, strToU8(part)])));
}

function rootPart(
  { title, organization }: PagedDocument,
  documentId: string,
  issuedOn: string | null,
): string {
  const info = xml('ofd:DocInfo', {}, [
    xml('ofd:DocID', {}, [documentId]),
    xml('ofd:Title', {}, [title]),
    xml('ofd:Author', {}, [organization]),
    ...(issuedOn === null ? [] : [xml('ofd:CreationDate', {}, [issuedOn])]),
  ]);
  const body = xml('ofd:DocBody', {}, [info, xml('ofd:DocRoot', {}, ['Doc_0/Document.xml'])]);
  return xmlDocument(xml('ofd:OFD', { 'xmlns:ofd': ofdNamespace, Version: version, DocType: 'OFD' }, [body]));
}

function documentPart(document: PagedDocument, pageIds: readonly number[], lastId: number): string {
  const [first] = document.pages;
  const box = numberList([0, 0, first?.width ?? 0, first?.height ?? 0].map(millimetres));
  const headings = outline(document.pages, (index) => pageIds[index] ?? 0);
  return xmlDocument(
    xml('ofd:Document', { 'xmlns:ofd': ofdNamespace }, [
      xml('ofd:CommonData', {}, [
        xml('ofd:MaxUnitID', {}, [String(lastId)]),
        xml('ofd:PageArea', {}, [xml('ofd:PhysicalBox', {}, [box])]),
        xml('ofd:PublicRes', {}, ['PublicRes.xml']),
      ]),
      xml(
        'ofd:Pages',
        {},
        pageIds.map((ID, index) => xml('ofd:Page', { ID, BaseLoc: `Pages/Page_${index}/Content.xml` })),
      ),
      ...(headings.length === 0 ? [] : [xml('ofd:Outlines', {}, headings)]),
    ]),
  );
}

function resourcesPart(fonts: ReturnType<ReturnType<typeof createFontTable>['elements']>): string {
  return xmlDocument(
    xml('ofd:Res', { 'xmlns:ofd': ofdNamespace, BaseLoc: 'Res' }, [xml('ofd:Fonts', {}, fonts)]),
  );
}
