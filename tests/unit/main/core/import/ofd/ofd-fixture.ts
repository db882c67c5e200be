/** Small .ofd files made of raw XML (GB/T 33190-2016, 7 and 11). */
import { strToU8, zipSync } from 'fflate';

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** Pages and, where given, a template and an annotation: each the XML inside of its layer. */
export function ofdOf(
  pages: readonly string[],
  more: { template?: string; annotation?: string } = {},
): Uint8Array {
  const files: Record<string, string> = {
    'OFD.xml': `<ofd:OFD ${namespace}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${namespace}><ofd:CommonData>${more.template === undefined ? '' : '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>'}</ofd:CommonData><ofd:Pages>${pages.map((_, index) => `<ofd:Page ID="${index}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join('')}</ofd:Pages>${more.annotation === undefined ? '' : '<ofd:Annotations>/Doc_0/Annots/Annotations.xml</ofd:Annotations>'}</ofd:Document>`,
  };
  pages.forEach((content, index) => {
    files[`Doc_0/Pages/Page_${index}/Content.xml`] = layer('Page', content);
  });
  if (more.template !== undefined) files['Doc_0/Tpls/Tpl_0/Content.xml'] = layer('Page', more.template);
  if (more.annotation !== undefined) {
    files['Doc_0/Annots/Annotations.xml'] =
      `<ofd:Annotations ${namespace}><ofd:Page PageID="0"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`;
    files['Doc_0/Annots/Page_0/Annotation.xml'] =
      `<ofd:PageAnnot ${namespace}><ofd:Annot><ofd:Appearance>${more.annotation}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`;
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

function layer(root: string, content: string): string {
  return `<?xml version="1.0"?><ofd:${root} ${namespace}><ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content></ofd:${root}>`;
}

/** A line of text of 5 mm characters whose upper left corner is at `x`, `y` (mm). */
export function placed(text: string, x: number, y: number, attributes = ''): string {
  const count = Math.max(0, [...text].length - 1);
  return `<ofd:TextObject Boundary="${x} ${y} 160 7" Size="5" ${attributes}><ofd:TextCode X="0" Y="5" DeltaX="g ${count} 5">${text}</ofd:TextCode></ofd:TextObject>`;
}
