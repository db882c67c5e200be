/** 属性 of a written Office file (ISO/IEC 29500-2, 11): what the document is and whose, no machine, no person, no program. */
import { strToU8 } from 'fflate';
import type { PackageFiles } from './package-files.ts';
import { type XmlElement, xml, xmlDocument } from './xml-text.ts';

const core = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const elements = 'http://purl.org/dc/elements/1.1/';
const terms = 'http://purl.org/dc/terms/';
const instance = 'http://www.w3.org/2001/XMLSchema-instance';

export interface DocumentProperties {
  title: string;
  /** '' names nobody. */
  organization: string;
  /** 成文日期 as ISO date: when the document is from, whenever the file is written. Null says nothing. */
  issuedOn: string | null;
}

/** Puts the properties into the package in place of those that the libraries write, which hold the clock's time and names of their own. */
export function setProperties(files: PackageFiles, properties: DocumentProperties): void {
  const { title, organization, issuedOn } = properties;
  const day = (name: string): XmlElement[] =>
    issuedOn === null ? [] : [xml(name, { 'xsi:type': 'dcterms:W3CDTF' }, [`${issuedOn}T00:00:00Z`])];
  const namespaces = {
    'xmlns:cp': core,
    'xmlns:dc': elements,
    'xmlns:dcterms': terms,
    'xmlns:xsi': instance,
  };
  const root = xml('cp:coreProperties', namespaces, [
    ...(title === '' ? [] : [xml('dc:title', {}, [title])]),
    ...(organization === '' ? [] : [xml('dc:creator', {}, [organization])]),
    ...(organization === '' ? [] : [xml('cp:lastModifiedBy', {}, [organization])]),
    ...day('dcterms:created'),
    ...day('dcterms:modified'),
  ]);
  files['docProps/core.xml'] = strToU8(xmlDocument(root));
}
