/** Reports of every kind of content, made from a seed: the same seed gives the same report. Own sentences. */
import type {
  HeadingLevel,
  LaidOutCell,
  LaidOutElement,
  LaidOutReport,
  LaidOutRun,
} from '../../src/main/core/export/layout-model.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const plainSentences = [
  '干部轮流到村里坐班，听取群众意见，把能办的事情当场办结，把不能办的原因讲明白。',
  '镇里建立了“接诉、分派、办理、回访”四步工作法，件件有着落，事事有回音。',
  '各村（社区）结合实际开展宣传：有的排演小戏，有的办起夜校，有的把条文编成歌谣。',
  '经验不足的问题还比较突出；个别干部程序意识不强，存在“重结果、轻过程”的倾向。',
  '对照《云溪县法治建设任务清单》，逐项梳理、逐项销号、逐项回头看！',
  '怎样让好制度真正落地？关键在人、在责任、在日复一日的坚持。',
  '工作队走遍十二个村民小组——山上的、河边的、公路旁的——没有落下一户。',
  '群众说：“以前跑几趟，现在一次就办好。”这句话是最好的评价。',
  '（一方面）抓住重点领域不放松，（另一方面）守住安全底线不动摇。',
  '〈办法〉实施以后，书面答复率、当面答复率、群众满意率都有提高。',
];

const westernSentences = [
  '全年共接待群众1,234人次，办结1,180件，办结率95.3%，同比增长12.5个百分点。',
  '2024年3月15日，镇政府印发《关于做好行政执法工作的通知》（云政发〔2024〕5号）。',
  '投入资金36.8万元，修复道路2.5公里，惠及11个村3,567人。',
  '依托12345热线和“一网通办”平台，受理诉求208件，按期办结率100%。',
  '引入OCR识别与GIS地图，建成e-government服务窗口6个，运行24小时。',
  '完成A类项目3个、B类项目12个，其中B-2类项目占25%。',
  '平均办理时限由15.5个工作日压缩到9个工作日，压缩41.9%；最快的仅用0.5个工作日。',
  '组织学习32场（次），参训1,056人次，考试合格率98.75%，优秀率61.2%。',
  '采用international standards开展评估，得分87.6分，比上年提高3.4分。',
  '热线电话0551-6234567全年畅通，接听4,321次，回访满意率99.1%。',
];

const headings = [
  '加强组织领导，压实工作责任',
  '规范行政执法行为',
  '存在的问题和不足',
  '2025年工作打算',
  '推进“一站式”矛盾纠纷化解，把问题解决在基层、化解在萌芽状态，切实维护群众合法权益',
];

const names = ['接待群众', '办结事项', '行政复议案件', '人民调解成功率', '重大行政决策合法性审查'];

export interface Ingredients {
  seed: number;
  /** Numbers and Western words, between which LibreOffice leaves white that the .docx forbids. */
  western: boolean;
  tables: boolean;
  paragraphs: number;
}

const markers: Record<HeadingLevel, string> = { 1: '一、', 2: '（一）', 3: '1.', 4: '（1）' };

export function generatedReport({ seed, western, tables, paragraphs }: Ingredients): LaidOutReport {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[], otherwise: T): T => items[below(items.length)] ?? otherwise;
  const text = (sentences: number) =>
    Array.from({ length: sentences }, () => {
      const from = western && random() < 0.5 ? westernSentences : plainSentences;
      const sentence = pick(from, '');
      // Cut at any place, so that every mark meets every line end.
      return random() < 0.3 ? `${[...sentence].slice(below(8)).join('')}` : sentence;
    }).join('');
  const runs = (whole: string): LaidOutRun[] =>
    whole.split(/(\d[\d,.]*%?)/u).flatMap((piece, index): LaidOutRun[] => {
      if (piece === '') return [];
      if (index % 2 === 0) return [{ kind: 'plain', text: piece }];
      return [numberRun(piece, index)];
    });
  const elements: LaidOutElement[] = [
    { kind: 'title', lines: ['云溪镇人民政府', '关于法治政府建设情况的报告'] },
    { kind: 'addressee', text: '云溪县人民政府：' },
  ];
  for (let index = 0; index < paragraphs; index++) {
    if (random() < 0.3) {
      const level = pick<HeadingLevel>([1, 2, 3, 4], 1);
      const heading = western
        ? pick(headings, '')
        : pick(
            headings.filter((one) => !/\d/u.test(one)),
            '',
          );
      const marker = western || level < 3 ? markers[level] : markers[2];
      elements.push({ kind: 'heading', chapterId: 'c', level, marker, text: heading });
    }
    const whole = text(1 + below(6));
    const lead = random() < 0.15 ? { level: 2 as const, marker: '（二）', text: '压实工作责任。' } : null;
    elements.push({
      kind: 'body',
      chapterId: 'c',
      paragraph: index,
      lead,
      runs: random() < 0.5 ? runs(whole) : [{ kind: 'plain', text: whole }],
      carried: false,
    });
    if (tables && random() < 0.12) elements.push(generatedTable(index, 2 + below(14), random));
  }
  elements.push({ kind: 'signature', text: '云溪镇人民政府' }, { kind: 'date', text: '2025年2月5日' });
  return {
    mode: 'formal',
    look: 'plain',
    issuedOn: '2025-02-05',
    title: '云溪镇人民政府关于法治政府建设情况的报告',
    organization: '云溪镇人民政府',
    elements,
  };
}

function numberRun(text: string, index: number): LaidOutRun {
  return { kind: 'number', text, bindingId: `b${index}`, indicatorId: 'i', unresolved: null };
}

export function generatedTable(index: number, rows: number, random: () => number): LaidOutElement {
  const cell = (text: string, isNumber: boolean): LaidOutCell => ({
    text,
    isNumber,
    unresolved: null,
    tag: null,
  });
  return {
    kind: 'figure',
    chapterId: 'c',
    paragraph: index,
    figureId: `f${index}`,
    caption: `表${index}　工作情况`,
    drawn: {
      kind: 'table',
      header: ['指标', '单位', '2022年', '2023年', '2024年'],
      rows: Array.from({ length: rows }, (_, row) => [
        cell(names[row % names.length] ?? '', false),
        cell('件', false),
        ...[1, 2, 3].map(() => cell(String(Math.floor(random() * 5000)), true)),
      ]),
    },
    note: random() < 0.5 ? '注：数据截至年底。' : '',
    open: '',
    carried: false,
    landscape: false,
  };
}
