/** 版头, 附件 and 版记 in the layout, and what the 网上公开版 leaves out or masks. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { exportDocx, readiness } from '../../../../../src/main/core/export/export-report.ts';
import { layOutReport } from '../../../../../src/main/core/export/layout.ts';
import { signersOf } from '../../../../../src/main/core/export/layout-imprint.ts';
import { elementText } from '../../../../../src/main/core/export/layout-model.ts';
import { readDocxText } from '../../../../../src/main/core/export/read-back.ts';
import { documentFromTexts } from '../../../../../src/shared/domain/document.ts';
import { emptyImprint, type Imprint } from '../../../../../src/shared/domain/imprint.ts';
import type { Look } from '../../../../../src/shared/domain/look.ts';
import {
  binding,
  body,
  chapter,
  paragraph,
  resolvedChapters,
  text,
  trialBook,
  trialContent,
} from './trial-report.ts';

const book = trialBook();
const imprint: Imprint = {
  ...emptyImprint,
  urgency: '加急',
  signer: '张明远',
  copyTo: '抄送：县司法局，县人大办。',
  annotation: '联系人：李晓，电话：0571-85123456',
};
const one = chapter('list', '人员名单', {
  kind: 'attachment',
  position: 3,
  body: documentFromTexts(['名单如下。']),
});
const inside = chapter('inside', '在编', { parentId: 'list', body: documentFromTexts(['共五名。']) });
const two = chapter('sums', '收支情况', { kind: 'attachment', position: 4 });

function laidOut(look: Look, chapters = resolvedChapters, own: Imprint = imprint) {
  return layOutReport(trialContent(chapters, { imprint: own }), book, { mode: 'formal', look });
}

function lines(look: Look, chapters = resolvedChapters, own: Imprint = imprint): string[] {
  return laidOut(look, chapters, own).elements.map((element) => `${element.kind}: ${elementText(element)}`);
}

describe('look formal', () => {
  it('begins with the red head instead of a document number alone', () => {
    expect(laidOut('formal').elements[0]).toEqual({
      kind: 'redHead',
      urgency: '加急',
      masthead: '松岭镇人民政府文件',
      documentNumber: '松政字〔2025〕3号',
      signers: ['张明远'],
    });
    expect(lines('formal').some((line) => line.startsWith('documentNumber'))).toBe(false);
  });

  it('ends with 附注 and 版记, whose organ and day are those of the report where nothing else is said', () => {
    expect(lines('formal').slice(-4)).toEqual([
      'signature: 松岭镇人民政府',
      'date: 2025年2月5日',
      'annotation: （联系人：李晓，电话：0571-85123456）',
      'colophon: 抄送：县司法局，县人大办。\n松岭镇人民政府\t2025年2月5日印发',
    ]);
    const other = { ...imprint, copyTo: '', printedBy: '松岭镇党政办', printedOn: '2025-02-08' };
    expect(lines('formal', resolvedChapters, other).at(-1)).toBe('colophon: 松岭镇党政办\t2025年2月8日印发');
  });

  it('puts 附件 behind the date, each with what stands below it numbered afresh, and 附件说明 before the signature', () => {
    const told = lines('formal', [...resolvedChapters, one, inside, two]);
    expect(told.slice(told.indexOf('body: 特此报告。') + 1)).toEqual([
      'attachmentsNote: 附件：1.\t人员名单\n2.\t收支情况',
      'signature: 松岭镇人民政府',
      'date: 2025年2月5日',
      'annotation: （联系人：李晓，电话：0571-85123456）',
      'attachment: 附件1\n人员名单',
      'body: 名单如下。',
      'heading: 一、在编',
      'body: 共五名。',
      'attachment: 附件2\n收支情况',
      'colophon: 抄送：县司法局，县人大办。\n松岭镇人民政府\t2025年2月5日印发',
    ]);
  });

  it('gives a single 附件 no number', () => {
    const told = lines('plain', [...resolvedChapters, one]);
    expect(told).toContain('attachmentsNote: 附件：人员名单');
    expect(told).toContain('attachment: 附件\n人员名单');
  });
});

describe('signersOf', () => {
  it.each([
    ['', []],
    ['张明远', ['张明远']],
    ['张明远 李晓', ['张明远', '李晓']],
    ['张明远、李晓，王五', ['张明远', '李晓', '王五']],
    ['李　晓', ['李晓']],
    ['李 晓 张明远', ['李晓', '张明远']],
    ['张明远 李 晓', ['张明远', '李晓']],
  ])('%j', (signer, names) => {
    expect(signersOf(signer)).toEqual(names);
  });
});

describe('look plain', () => {
  it('has neither red head nor 版记', () => {
    const kinds = laidOut('plain').elements.map(({ kind }) => kind);
    expect(kinds).toContain('documentNumber');
    expect(kinds).not.toContain('redHead');
    expect(kinds).not.toContain('colophon');
  });
});

describe('look public', () => {
  const private_ = chapter('a', '王某13800138000来访', {
    body: body(
      paragraph([
        text('来访人身份证33010219900307'),
        text('1234，排查'),
        binding('screened'),
        text('，车牌浙A12345。'),
      ]),
    ),
  });

  it('leaves out how a person is reached, and keeps another 附注', () => {
    const kinds = laidOut('public').elements.map(({ kind }) => kind);
    expect(kinds).not.toContain('annotation');
    expect(kinds).not.toContain('redHead');
    expect(kinds).not.toContain('colophon');
    const open = { ...imprint, annotation: '（此件公开发布）' };
    expect(lines('public', resolvedChapters, open)).toContain('annotation: （此件公开发布）');
  });

  it('masks private data, also where it is stored in pieces, and no number of the tables', () => {
    expect(lines('public', [private_])).toEqual(
      expect.arrayContaining([
        'heading: 一、王某138****8000来访',
        'body: 来访人身份证330*************34，排查58件，车牌浙A*****。',
      ]),
    );
    const bodyOf = laidOut('public', [private_]).elements.find(({ kind }) => kind === 'body');
    expect(bodyOf).toMatchObject({
      runs: [{ text: '来访人身份证330***********' }, { text: '**34，排查' }, { text: '58件' }, {}],
    });
    expect(lines('plain', [private_])).toContain('heading: 一、王某13800138000来访');
  });

  it('is announced before: what will be masked, and where', () => {
    expect(readiness(trialContent([private_]), book, new Set()).masked).toEqual([
      { kind: 'mobilePhone', chapterId: 'a', paragraph: null },
      { kind: 'identityNumber', chapterId: 'a', paragraph: 0 },
      { kind: 'numberPlate', chapterId: 'a', paragraph: 0 },
    ]);
    // A contact's 附注 is left out of what is published: there is nothing to mask in it.
    const contact = { ...imprint, annotation: '（联系人：王某，13800138000）' };
    expect(readiness(trialContent(resolvedChapters, { imprint: contact }), book, new Set()).masked).toEqual(
      [],
    );
  });
});

describe('a report without what a red head needs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiangbao-official-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, '报告.docx');
  const untitled = chapter('list', ' ', { kind: 'attachment', position: 3 });
  const content = trialContent([...resolvedChapters, untitled], { documentNumber: '', issuedOn: null });
  const request = { content, book, lastYearHeadings: new Set<string>(), path } as const;

  it('is told what is missing', () => {
    expect(readiness(content, book, new Set()).imprintMissing).toEqual([
      'documentNumber',
      'signer',
      'issuedOn',
      'attachmentTitle',
    ]);
  });

  it('is refused only as a formal document with a red head', async () => {
    expect(await exportDocx({ ...request, mode: 'formal', look: 'formal' })).toEqual({
      ok: false,
      error: { code: 'export.imprintMissing', parameters: { count: 4 } },
    });
    expect((await exportDocx({ ...request, mode: 'formal', look: 'plain' })).ok).toBe(true);
    expect((await exportDocx({ ...request, mode: 'draft', look: 'formal' })).ok).toBe(true);
  });

  it('is written once it has them, and reads back equal', async () => {
    const whole = trialContent([...resolvedChapters, one, inside, two], { imprint });
    expect(await exportDocx({ ...request, content: whole, mode: 'formal', look: 'formal' })).toMatchObject({
      ok: true,
      value: { numbers: { checked: 1, unequal: 0 } },
    });
    const texts = readDocxText(new Uint8Array(readFileSync(path)));
    expect(texts.slice(0, 3)).toEqual(['加急', '松岭镇人民政府文件', '松政字〔2025〕3号\t签发人：张明远']);
    expect(texts.slice(-3)).toEqual(['抄送：县司法局，县人大办。', '松岭镇人民政府\t2025年2月5日印发', '']);
  });
});
