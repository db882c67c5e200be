/** Sentences as clerks write them, right ones and wrong ones: what is likely wrong in each. */
import { describe, expect, test } from 'vitest';
import { type Cells, check, likely, marked } from './checked.ts';

interface Wrong {
  text: string;
  rule: string;
  words: string;
  /** What the offered fix writes; null: none is offered. */
  fix: string | null;
  cells?: Cells;
}

const disputes: Cells = { 'disputes.screened': ['50', '57'], 'disputes.resolved': ['48', '55'] };
const visits: Cells = { 'legalService.adviserVisits': ['336', '312'] };
const same: Cells = { 'enforcement.patrols': ['312', '312'] };
const rate: Cells = {
  'training.examPassed': ['78', '76'],
  'training.examParticipants': ['80', '80'],
};

const wrong: Wrong[] = [
  // A rate and its parts
  { text: '全年受理调解86件，成功82件，成功率98.3%。', rule: 'rateDiffers', words: '98.3%', fix: '95.3%' },
  {
    text: '排查各类矛盾纠纷86起，化解82起，案件化解率达到98.2%。',
    rule: 'rateDiffers',
    words: '98.2%',
    fix: '95.3%',
  },
  {
    text: '共有在职职工104人，其中持有执法证的20人，持证率29.2%。',
    rule: 'rateDiffers',
    words: '29.2%',
    fix: '19.2%',
  },
  { text: '排查安全隐患243处，整改到位239处，整改率88%。', rule: 'rateDiffers', words: '88%', fix: '98%' },
  {
    text: '受理群众诉求120件，按期办结114件。按期办结率为98%。',
    rule: 'rateDiffers',
    words: '98%',
    fix: '95%',
  },
  {
    text: '抽查食品经营单位40家，合格38家，合格率97.5%。',
    rule: 'rateDiffers',
    words: '97.5%',
    fix: '95.0%',
  },
  {
    text: '全年接访60批次，化解信访积案45批次，化解率不到70%。',
    rule: 'rateDiffers',
    words: '不到70%',
    fix: null,
  },
  { text: '群众满意率达到103%。', rule: 'rateOverHundred', words: '103%', fix: null },
  {
    text: '排查纠纷87件，调解84件，调解成功率98.55%。',
    rule: 'rateDiffers',
    words: '98.55%',
    fix: '96.55%',
  },
  {
    text: '全镇在职人员94人，持有行政执法证件的由上年的21人增加到26人，持证率22.7%。',
    rule: 'rateDiffers',
    words: '22.7%',
    fix: '27.7%',
  },
  // Shares and parts
  {
    text: '纠纷中邻里纠纷占45%，土地纠纷占38%，其他纠纷占27%。',
    rule: 'sharesDiffer',
    words: '45%，土地纠纷占38%，其他纠纷占27%',
    fix: null,
  },
  {
    text: '支出中办公占20%，培训占30%，其余占40%。',
    rule: 'sharesDiffer',
    words: '20%，培训占30%，其余占40%',
    fix: null,
  },
  { text: '全年办理案件50件，其中行政处罚案件62件。', rule: 'partExceeds', words: '62件', fix: null },
  {
    text: '共排查纠纷50件，其中土地纠纷20件、邻里纠纷15件、其他纠纷10件。',
    rule: 'partsDiffer',
    words: '50件，其中土地纠纷20件、邻里纠纷15件、其他纠纷10件',
    fix: null,
  },
  {
    text: '共排查纠纷50件，其中土地纠纷30件、邻里纠纷25件。',
    rule: 'partsDiffer',
    words: '50件，其中土地纠纷30件、邻里纠纷25件',
    fix: null,
  },
  // Words against numbers in the sentence
  { text: '持证人员由上年的26人增加到21人。', rule: 'wrongDirection', words: '增加', fix: '减少' },
  {
    text: '办理时限从5天压减到3天，投诉件由12件下降到15件。',
    rule: 'wrongDirection',
    words: '下降',
    fix: '增长',
  },
  { text: '上年发生刑事案件57件，今年50件，增长12.3%。', rule: 'wrongDirection', words: '增长', fix: '下降' },
  { text: '全年立案50件（上年57件），同比增长12.3%。', rule: 'wrongDirection', words: '增长', fix: '下降' },
  { text: '纠纷总量下降-5.6%。', rule: 'doubleNegative', words: '下降-', fix: '下降' },
  { text: '信访总量增长-5.6%。', rule: 'doubleNegative', words: '增长-', fix: '下降' },
  // Words against the table
  {
    text: '排查纠纷{disputes.screened}，较上年增长12.3%。',
    rule: 'wrongDirection',
    words: '增长',
    fix: '下降',
    cells: disputes,
  },
  {
    text: '排查矛盾纠纷50件，较上年有所上升。',
    rule: 'wrongDirection',
    words: '上升',
    fix: '下降',
    cells: disputes,
  },
  {
    text: '排查纠纷{disputes.screened}，与上年持平。',
    rule: 'notUnchanged',
    words: '持平',
    fix: null,
    cells: disputes,
  },
  {
    text: '入村服务{legalService.adviserVisits}，与上年相比减少24次。',
    rule: 'wrongDirection',
    words: '减少',
    fix: '增加',
    cells: visits,
  },
  {
    text: '入村服务{legalService.adviserVisits}，实现翻番。',
    rule: 'notDoubled',
    words: '翻番',
    fix: null,
    cells: visits,
  },
  {
    text: '入村服务{legalService.adviserVisits}，比上年翻一番。',
    rule: 'notDoubled',
    words: '翻一番',
    fix: null,
    cells: visits,
  },
  {
    text: '日常巡查{enforcement.patrols}，较去年明显增长。',
    rule: 'wrongDirection',
    words: '增长',
    fix: null,
    cells: same,
  },
  // Growth
  {
    text: '排查纠纷{disputes.screened}，较上年下降15.3%。',
    rule: 'growthDiffers',
    words: '15.3%',
    fix: '12.3%',
    cells: disputes,
  },
  {
    text: '排查纠纷{disputes.screened}，较上年减少9件。',
    rule: 'changeDiffers',
    words: '9件',
    fix: '7件',
    cells: disputes,
  },
  {
    text: '排查矛盾纠纷50件，比上年下降约20%。',
    rule: 'growthDiffers',
    words: '约20%',
    fix: null,
    cells: disputes,
  },
  { text: '上年排查纠纷85件，今年排查纠纷102件，增长25%。', rule: 'growthDiffers', words: '25%', fix: '20%' },
  {
    text: '持证人员由上年的21人增加到26人，增长13.8%。',
    rule: 'growthDiffers',
    words: '13.8%',
    fix: '23.8%',
  },
  // % and 百分点
  {
    text: '考试合格率{training.examPassRate}，较上年提高2.5%。',
    rule: 'perCentForPoints',
    words: '2.5%',
    fix: '2.5个百分点',
    cells: rate,
  },
  {
    text: '覆盖率由上年的92.9%提高到97.5%，提高4.6%。',
    rule: 'perCentForPoints',
    words: '4.6%',
    fix: '4.6个百分点',
  },
  {
    text: '全年接待咨询950人次，较上年增长12个百分点。',
    rule: 'pointsForPerCent',
    words: '12个百分点',
    fix: '12%',
  },
  {
    text: '考试合格率{training.examPassRate}，较上年提高3.5个百分点。',
    rule: 'changeDiffers',
    words: '3.5个百分点',
    fix: '2.5个百分点',
    cells: rate,
  },
  // The table
  { text: '全年排查矛盾纠纷52件。', rule: 'cellDiffers', words: '52件', fix: null, cells: disputes },
  { text: '全年开展日常巡查330余次。', rule: 'cellDiffers', words: '330余次', fix: null, cells: same },
];

describe('a wrong sentence', () => {
  test.each(wrong)('$rule: $text', ({ text, rule, words, fix, cells }) => {
    const found = check([text], cells).filter(({ severity }) => severity === 'likely');
    expect(found.map((one) => [one.rule, marked(one)])).toEqual([[rule, words]]);
    const offered = found[0]?.fix;
    expect(offered?.kind === 'replace' ? offered.text : null).toBe(fix);
  });
});

const right: [text: string, cells?: Cells][] = [
  ['全年受理调解86件，成功82件，成功率95.3%。'],
  ['全年受理调解86件，成功82件，成功率95.34%。'],
  ['共有在职职工104人，其中持有执法证的仅20人，持证率不到20%。'],
  ['排查安全隐患243处，整改到位239处，整改率98.3%；其余隐患已明确责任人。'],
  ['机关干部79人参加学法考试，合格率97.5%。'],
  ['受理纠纷60件，调解成功率95%以上，涉及金额30万元。'],
  ['化解纠纷48件，其中疑难纠纷5件，群众满意率98.6%。'],
  ['完成投资1.2亿元，投资完成率105%。'],
  ['财政收入1200万元，增长率达到120%。'],
  ['群众满意率100%，知晓率98%。'],
  ['纠纷中邻里纠纷占45%，土地纠纷占38%，其他纠纷占17%。'],
  ['纠纷中邻里纠纷占33.3%，土地纠纷占33.3%，其他纠纷占33.3%。'],
  ['重点工作中普法占20%，培训占30%，调解占40%，安排较为均衡。'],
  ['现有干部40人，其中党员30人、女干部15人、本科以上学历35人。'],
  ['共排查纠纷50件，其中土地纠纷20件、邻里纠纷15件。'],
  ['共排查纠纷50件，其中土地纠纷20件、邻里纠纷15件、其他纠纷15件。'],
  ['举办培训12场，其中领导干部培训3场，参训640人次。'],
  ['办理案件50件，其中涉及群众120人。'],
  ['持证人员由上年的21人增加到26人，增长23.8%。'],
  ['办理时限由5天压减到3天。'],
  ['上年排查纠纷57件，今年50件，下降12.3%。'],
  ['排查纠纷{disputes.screened}，较上年下降12.3%，减少7件。', disputes],
  ['排查矛盾纠纷50件，较上年下降12%左右。', disputes],
  ['排查矛盾纠纷50件，较上年有所下降。', disputes],
  ['入村服务{legalService.adviserVisits}，较上年增长近8%。', visits],
  ['日常巡查{enforcement.patrols}，与上年持平。', same],
  [
    '入村服务{legalService.adviserVisits}，与上年基本持平。',
    { 'legalService.adviserVisits': ['320', '312'] },
  ],
  ['入村服务{legalService.adviserVisits}，比上年翻一番。', { 'legalService.adviserVisits': ['630', '312'] }],
  ['考试合格率{training.examPassRate}，较上年提高2.5个百分点。', rate],
  ['考试合格率{training.examPassRate}，{training.examPassRate:change}。', rate],
  ['全年排查矛盾纠纷50件。', disputes],
  ['全年开展日常巡查310余次。', same],
  ['全年开展日常巡查近320次。', same],
  ['全年接待法律咨询350余人次，共接待群众353人次。'],
  ['提高执法水平，减少矛盾纠纷，增强法治意识。'],
  ['新增调解员12人，增加经费5万元，用于12个村。'],
  ['每季度排查2次，每村聘任调解员3-5名。'],
  ['2024年3月开展法治宣传活动3次，全年开展法治宣传活动27次。'],
  ['上半年排查矛盾纠纷20件，下半年排查矛盾纠纷30件。'],
  ['派出所参与调解治安纠纷38件，司法所参与调解治安纠纷6件。'],
  ['2022年排查矛盾纠纷88件，2024年排查矛盾纠纷50件。', disputes],
  ['力争2025年排查矛盾纠纷化解率达到98%，新增法律明白人20名。'],
  ['气温下降5-10度，降水增长明显，防汛任务加重。'],
  ['为12户困难户减免费用3.6万元，较上年多帮扶4户。'],
  ['把公共法律服务点从9个增加到16个，群众办事方便了。'],
  ['排查纠纷87件，调解84件，调解成功率96.55%。'],
  ['全镇在职人员94人，持有行政执法证件的由上年的21人增加到26人，持证率27.7%。'],
  ['全年窗口办件9417件，按时办结率99.7%，较上年提高0.2个百分点。'],
];

describe('a right sentence', () => {
  test.each(right)('%s', (text, cells) => {
    expect(likely([text], cells)).toEqual([]);
  });
});

test('there are as many examples as it takes to believe the rules', () => {
  expect(wrong.length + right.length).toBeGreaterThanOrEqual(80);
});
