/** Sentences in which something is wrong, as clerks write them. */
import type { Cells } from './checked.ts';
import { disputes, rate, same, visits } from './sentence-cells.ts';

interface Wrong {
  text: string;
  rule: string;
  words: string;
  /** What the offered fix writes; null: none is offered. */
  fix: string | null;
  cells?: Cells;
}

export const wrong: Wrong[] = [
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
