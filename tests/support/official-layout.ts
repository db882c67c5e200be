/** A formal report with every element an official document may have, laid out, in words of our own. */
import type {
  LaidOutCell,
  LaidOutElement,
  LaidOutFigure,
  LaidOutReport,
} from '../../src/main/core/export/layout-model.ts';

const sentences = [
  '干部轮流到村里坐班，听取群众意见，能办的当场办结，不能办的讲明原因。',
  '全年调解矛盾纠纷1,284件，调解成功率98.6%，比上年提高2.1个百分点。',
  '镇村两级建起议事会议制度，凡是修路、用水、分红的大事都先议后办。',
  '下一步要把去年没有做完的事列成清单，逐件说明由谁去办、何时办完。',
];

export function paragraph(chapterId: string, index: number, length: number): LaidOutElement {
  const text = sentences
    .join('')
    .repeat(Math.ceil(length / 100))
    .slice(0, length - 1);
  return {
    kind: 'body',
    chapterId,
    paragraph: index,
    lead: null,
    runs: [{ kind: 'plain', text: `${text}。` }],
    carried: false,
  };
}

function cell(text: string, isNumber: boolean): LaidOutCell {
  return { text, isNumber, tag: null, unresolved: null };
}

export function table(
  chapterId: string,
  index: number,
  rowCount: number,
  columns: number,
  landscape = false,
): LaidOutFigure {
  const header = ['指标', ...Array.from({ length: columns }, (_, column) => `${2025 - columns + column}年`)];
  const rows = Array.from({ length: rowCount }, (_, row) => [
    cell(`第${row + 1}项工作（件）`, false),
    ...Array.from({ length: columns }, (_, column) => cell(`${(row + 1) * 137 + column * 11}`, true)),
  ]);
  return {
    kind: 'figure',
    chapterId,
    paragraph: index,
    figureId: `${chapterId}-${index}`,
    caption: `表${index}　主要工作情况`,
    drawn: { kind: 'table', header, rows },
    note: '注：本表的数由各科室提供。',
    open: '',
    carried: false,
    landscape,
  };
}

export function chart(chapterId: string, index: number): LaidOutFigure {
  return {
    kind: 'figure',
    chapterId,
    paragraph: index,
    figureId: `${chapterId}-${index}`,
    caption: '图1　矛盾纠纷调解情况',
    drawn: {
      kind: 'chart',
      chart: {
        form: 'column',
        years: [2022, 2023, 2024],
        units: ['件'],
        fromZero: [true],
        series: [
          {
            indicatorId: 'i',
            name: '调解件数',
            unit: '件',
            form: 'column',
            axis: 0,
            values: ['1020', '1133', '1284'],
          },
        ],
        leftOut: [],
      },
      words: '调解件数：2022年1020件，2023年1133件，2024年1284件。',
    },
    note: '',
    open: '',
    carried: false,
    landscape: false,
  };
}

const organization = '云溪镇人民政府';

export const officialLayout: LaidOutReport = {
  mode: 'formal',
  look: 'formal',
  title: '云溪镇人民政府关于2024年度法治政府建设情况的报告',
  organization,
  issuedOn: null,
  elements: [
    {
      kind: 'redHead',
      urgency: '加急',
      masthead: `${organization}文件`,
      documentNumber: '云政〔2025〕3号',
      signers: ['何文兰'],
    },
    { kind: 'title', lines: [organization, '关于2024年度法治政府建设情况的报告'] },
    { kind: 'addressee', text: '临川县人民政府：' },
    paragraph('c0', 0, 150),
    { kind: 'heading', chapterId: 'c1', level: 1, marker: '一、', text: '主要做法和成效' },
    { kind: 'heading', chapterId: 'c2', level: 2, marker: '（一）', text: '把矛盾化解在村里' },
    paragraph('c2', 0, 420),
    table('c2', 1, 6, 3),
    paragraph('c2', 2, 300),
    { kind: 'heading', chapterId: 'c3', level: 3, marker: '1.', text: '依法办事的几件实事' },
    paragraph('c3', 0, 360),
    chart('c3', 1),
    { kind: 'heading', chapterId: 'c4', level: 2, marker: '（二）', text: '历年工作情况' },
    paragraph('c4', 0, 90),
    table('c4', 2, 8, 9, true),
    { kind: 'heading', chapterId: 'c5', level: 1, marker: '二、', text: '存在的问题和下一步打算' },
    paragraph('c5', 0, 500),
    { kind: 'attachmentsNote', titles: ['2024年度重点工作清单', '2024年度行政执法情况统计表'] },
    { kind: 'signature', text: organization },
    { kind: 'date', text: '2025年2月5日' },
    { kind: 'annotation', text: '（联系人：沈立秋，电话：0000-1234567）' },
    { kind: 'attachment', chapterId: 'a1', label: '附件1', lines: ['2024年度重点工作清单'] },
    paragraph('a1', 0, 200),
    { kind: 'attachment', chapterId: 'a2', label: '附件2', lines: ['2024年度行政执法情况统计表'] },
    paragraph('a2', 0, 80),
    table('a2', 3, 4, 3),
    {
      kind: 'colophon',
      copyTo: '县委办公室，县人大常委会办公室，县司法局。',
      printedBy: '云溪镇党政办公室',
      printedOn: '2025年2月6日',
    },
  ],
};
