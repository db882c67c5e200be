/**
 * 公文要素 beside title, number, addressee, organ and date: the red head, the 版记 and the 附注. Source: GB/T 9704-2012,
 * 7.2.3 to 7.2.6, 7.3.6 and 7.4. There is no 密级 and no 份号: classified papers are not written on this computer.
 */
import { z } from 'zod';

export const urgencies = ['', '加急', '特急'] as const;

export const imprintSchema = z.object({
  /** 紧急程度; '' for none. */
  urgency: z.enum(urgencies),
  /** 发文机关标志 as printed in red, «云溪镇人民政府文件»; '' takes the signing organ followed by 文件. */
  masthead: z.string().max(60),
  /** 签发人, several separated by blanks or 、: a report to the county names who signed it. */
  signer: z.string().max(60),
  /** 抄送, without its label and closing 。; '' for none. */
  copyTo: z.string().max(300),
  /** 印发机关; '' takes the signing organ. */
  printedBy: z.string().max(60),
  /** 印发日期 as ISO date; null takes 成文日期. */
  printedOn: z.iso.date().nullable(),
  /** 附注, without its （）: «联系人：…». */
  annotation: z.string().max(200),
});
export type Imprint = z.infer<typeof imprintSchema>;

/** Nothing said: what a report begins with. */
export const emptyImprint: Imprint = {
  urgency: '',
  masthead: '',
  signer: '',
  copyTo: '',
  printedBy: '',
  printedOn: null,
  annotation: '',
};

/** 公文要素 without which a document with a red head is not complete. */
export const imprintElements = ['documentNumber', 'signer', 'issuedOn', 'attachmentTitle'] as const;
