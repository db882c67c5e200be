/** Type and colours of a chart's parts (ISO/IEC 29500-1, 20.1 and 21.2). */
import type { FormatProfile } from '../../../shared/domain/format-profile.ts';
import { type XmlElement, xml } from './xml-text.ts';

export function solidFill(colour: string): XmlElement {
  return xml('a:solidFill', {}, [xml('a:srgbClr', { val: colour })]);
}

/** Properties of all characters in a part of a chart: hundredths of a point, Chinese in the body's font. */
function characterProperties(format: FormatProfile): XmlElement {
  return xml('a:defRPr', { sz: format.chart.size * 50, b: 0 }, [
    solidFill(format.color),
    xml('a:latin', { typeface: format.westernFont }),
    xml('a:ea', { typeface: format.fonts.body.name }),
  ]);
}

export function chartParagraph(format: FormatProfile, text: string): XmlElement {
  return xml('a:p', {}, [
    xml('a:pPr', {}, [characterProperties(format)]),
    xml('a:r', {}, [
      xml('a:rPr', { lang: 'zh-CN', sz: format.chart.size * 50, b: 0 }),
      xml('a:t', {}, [text]),
    ]),
  ]);
}

export function chartText(format: FormatProfile): XmlElement {
  return xml('c:txPr', {}, [
    xml('a:bodyPr'),
    xml('a:lstStyle'),
    xml('a:p', {}, [xml('a:pPr', {}, [characterProperties(format)]), xml('a:endParaRPr', { lang: 'zh-CN' })]),
  ]);
}
