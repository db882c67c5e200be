import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLastingNumbers } from '../../../../../src/shared/domain/roll/facts/times.ts';
import { findFacts, headingItemsOf, openItemsOf } from '../../../../../src/shared/domain/roll/open-items.ts';
import { paragraphPlain } from '../../../../../src/shared/domain/roll/sentences.ts';
import { findQuantities } from '../../../../../src/shared/domain/text/quantities.ts';
import { binding, chapter, paragraph, prose } from './material.ts';

const told = (text: string) => findFacts(text).map((fact) => `${fact.kind} ${fact.text}`);

describe('findFacts', () => {
  it.each([
    ['2020年，我镇排查纠纷46件', ['year 2020年', 'number 46件']],
    ['2019-2020年度连续达标', ['year 2019-2020年度']],
    ['二〇二〇年工作', ['year 二〇二〇年']],
    ['较2019增长', ['year 2019']],
    ['“十四五”规划', ['year 十四五']],
    ['完成七五普法任务', ['year 七五']],
    ['于2020年3月5日通过', ['date 2020年3月5日']],
    ['6月至8月开展整治', ['date 6月', 'date 8月']],
    ['三月份启动', ['date 三月份']],
    ['十二月四日宣讲', ['date 十二月四日']],
    ['2020-03-05发布', ['date 2020-03-05']],
    ['开展“12.4”国家宪法日活动', []],
    ['在3·15消费者权益日宣传', []],
    ['覆盖3.5万人用于宣传日', ['number 3.5万人']],
    ['提高6.5个百分点，开展宣传', ['number 6.5个百分点']],
    ['占比3.8，设立安全日', ['number 3.8']],
    ['办理12345热线工单90件', ['number 90件']],
    ['1.加强学习，培训3次', ['number 3次']],
    ['（2）培训两次', ['number 两次']],
    ['依据《云溪镇工作规则》办理', ['document 《云溪镇工作规则》']],
    ['印发《2020年工作要点》', ['document 《2020年工作要点》', 'year 2020年']],
    ['印发《关于2020年3月5日事件的通报》', ['document 《关于2020年3月5日事件的通报》']],
    ['《关于印发〈普法规划〉的通知》下发', ['document 《关于印发〈普法规划〉的通知》']],
    ['根据云政字〔2021〕8号要求', ['document 云政字〔2021〕8号']],
    ['按照青发(2020)12号文件', ['document 青发(2020)12号']],
    ['召开全县政法工作会议', ['meeting 全县政法工作会议']],
    ['3月5日召开推进会，部署工作', ['date 3月5日', 'meeting 推进会']],
    ['举办“枫桥经验”现场会', ['meeting “枫桥经验”现场会']],
    ['组织第三次党委扩大会议', ['meeting 第三次党委扩大会议']],
    ['学习党的二十大精神', ['meeting 党的二十大']],
    ['贯彻十九届五中全会精神', ['meeting 十九届五中全会']],
    ['通过会议、文件等形式公布', []],
    ['坚持联席会议制度', []],
    ['成立以镇长张立新同志为组长的小组', ['person 张立新']],
    ['聘请王一帆律师为法律顾问', ['person 王一帆']],
    ['由清源律师事务所提供服务', ['person 清源律师事务所']],
    ['指定清源律师事务所三名律师', ['person 清源律师事务所', 'number 三名']],
    ['委托律师事务所审查', []],
    ['编号11370/2021-3', ['number 11370', 'year 2021', 'number 3']],
    ['化解赵长河、孙小梅信访案件', ['person 赵长河', 'person 孙小梅']],
    ['化解信访人刘洋反映的问题', ['person 刘洋']],
    ['欧阳明镇长到场', ['person 欧阳明']],
    ['村民李某某与王某的纠纷', ['person 李某某', 'person 王某']],
    ['党委书记高度重视', []],
    ['镇长、党委副书记任副组长', []],
    ['群众安全感和满意度提升', []],
    ['习近平总书记重要讲话', []],
    ['建成15分钟法律服务圈', ['number 15分钟']],
    ['推进“15分钟”服务圈', ['number 15分钟']],
    ['第十二届人大第3次审议', ['number 第十二届', 'number 第3次']],
    ['依照第12条规定', ['number 12条']],
    ['每天9时30分到岗', ['number 9时30分']],
    ['培训240余人次，不到20%', ['number 240余人次', 'number 不到20%']],
    ['公开栏两块，聘请一名律师', ['number 两块', 'number 一名']],
    ['２０２０年发放３万份', ['year ２０２０年', 'number ３万份']],
    ['连续三年达标，一年来', ['number 三年']],
    ['占三分之二，八成以上满意', ['number 三分之二', 'number 八成以上']],
    ['举办数十场，收入翻一番', ['number 数十场', 'number 翻一番']],
    ['实现零投诉，第三年', ['number 零投诉']],
    ['成立专班，三年级学生', []],
    ['共￼，办结￼', []],
  ])('%s', (text, facts) => {
    expect(told(text)).toEqual(facts);
  });

  it('leaves no digit out, except in what stays true every year', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const covered = [...findFacts(text), ...findLastingNumbers(text)];
        for (const match of text.matchAll(/[0-9０-９]/g)) {
          const at = match.index;
          expect(
            covered.some(({ start, end }) => start <= at && at < end),
            `${at} of ${text}`,
          ).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never takes a quantity for a day that returns every year', () => {
    const day = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }));
    const unit = fc.constantFrom('万元', '万人', '%', '个百分点', '倍', '亩', '公里', '吨', '万余份', '小时');
    fc.assert(
      fc.property(day, unit, ([month, date], measure) => {
        const text = `共${month}.${date}${measure}，用于国家宪法日和宣传周`;
        expect(told(text).join()).toContain(`${month}.${date}`);
        expect(findLastingNumbers(text)).toEqual([]);
      }),
    );
  });

  it('leaves no quantity out, in digits or in Chinese numerals', () => {
    const numeral = fc.constantFrom('两', '三', '五', '十二', '二十三', '一百零五', '三十余');
    const measure = fc.constantFrom('名', '次', '件', '场次', '户', '份', '块');
    const quantity = fc.oneof(
      fc.tuple(numeral, measure).map((parts) => parts.join('')),
      fc.tuple(fc.integer({ min: 1 }), measure).map((parts) => parts.join('')),
    );
    const around = fc.constantFrom('共办理', '，走访', '新增', '。组织活动', '和镇长周平同志', '2020年共有');
    fc.assert(
      fc.property(fc.array(fc.tuple(around, quantity), { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.flat().join('');
        const facts = findFacts(text);
        const quantities = findQuantities(text);
        expect(quantities.length).toBeGreaterThanOrEqual(parts.length);
        for (const { start, end } of quantities) {
          expect(
            facts.some((fact) => fact.start <= start && end <= fact.end),
            text,
          ).toBe(true);
        }
      }),
    );
  });

  it('gives slices in reading order that overlap only as a year in a name', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const facts = findFacts(text);
        facts.forEach((fact, index) => {
          expect(text.slice(fact.start, fact.end)).toBe(fact.text);
          expect(fact.text.length).toBeLessThanOrEqual(200);
          const next = facts[index + 1];
          if (next === undefined) return;
          expect(next.start).toBeGreaterThanOrEqual(fact.start);
          if (next.start < fact.end) expect([fact.kind, next.kind]).toEqual(['document', 'year']);
        });
      }),
    );
  });
});

it('keeps a fact within what can be accepted', () => {
  const long = `《关于《${'甲'.repeat(79)}》和《${'乙'.repeat(79)}》与《${'丙'.repeat(79)}》2020年的通知》`;
  expect(findFacts(long).map((fact) => fact.text)).toContain('2020年');
  for (const fact of findFacts(`${long}${'1'.repeat(500)}`))
    expect(fact.text.length).toBeLessThanOrEqual(200);
});

describe('openItemsOf', () => {
  const report = { year: 2021 };

  it('lists facts of carried paragraphs with their chapter, in reading order', () => {
    const chapters = [
      chapter('b', [paragraph(['下半年投入3万元。'])], { position: 1, heading: '存在问题' }),
      chapter('a', [
        paragraph(['2020年新写的。'], { carriedFrom: null }),
        paragraph(['2020年，我镇化解', binding('resolved'), '，调解员35名。']),
      ]),
    ];
    expect(openItemsOf({ report, chapters, lastYearTexts: [], lastYearHeadings: new Set() })).toEqual([
      {
        kind: 'year',
        text: '2020年',
        chapterId: 'a',
        chapter: '一、工作开展情况',
        paragraph: 1,
        start: 0,
        end: 5,
      },
      {
        kind: 'number',
        text: '35名',
        chapterId: 'a',
        chapter: '一、工作开展情况',
        paragraph: 1,
        start: 15,
        end: 18,
      },
      {
        kind: 'number',
        text: '3万元',
        chapterId: 'b',
        chapter: '二、存在问题',
        paragraph: 0,
        start: 5,
        end: 8,
      },
    ]);
  });

  it('leaves out what was accepted, and the year in an accepted document', () => {
    const text = '印发《2020年工作要点》，2020年培训3次，另有3次和5次。';
    const open = (accepted: string[]) =>
      openItemsOf({
        report,
        chapters: [chapter('a', [paragraph([text], { carriedFrom: 2020, accepted })])],
        lastYearTexts: [text],
        lastYearHeadings: new Set(),
      }).map((item) => item.text);
    expect(open([])).toEqual(['《2020年工作要点》', '2020年', '2020年', '3次', '3次', '5次']);
    expect(open(['3次'])).toEqual(['《2020年工作要点》', '2020年', '2020年', '5次']);
    expect(open(['《2020年工作要点》', '3次'])).toEqual(['2020年', '5次']);
    expect(open(['2020年', '3次', '5次'])).toEqual(['《2020年工作要点》']);
  });

  it('takes the own year for written this year only when last year did not have it', () => {
    const chapters = [chapter('a', [paragraph(['2021年，我镇培训3次。'])])];
    const open = (lastYearTexts: string[]) =>
      openItemsOf({ report, chapters, lastYearTexts, lastYearHeadings: new Set() }).map((item) => item.text);
    expect(open(['2020年，我镇培训3次。'])).toEqual(['3次']);
    expect(open(['2020年，我镇培训3次。', '2021 年，我镇将继续。'])).toEqual(['2021年', '3次']);
    expect(open([])).toEqual(['2021年', '3次']);
  });

  it('covers every digit of carried text outside bindings, whatever the nodes', () => {
    const part = fc.oneof(
      prose.filter((text) => text !== ''),
      fc.constant(binding('a')),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const carried = paragraph(parts);
        const plain = paragraphPlain(carried);
        const items = openItemsOf({
          report,
          chapters: [chapter('a', [carried])],
          lastYearTexts: [],
          lastYearHeadings: new Set(),
        });
        const covered = [...items, ...findLastingNumbers(plain)];
        for (const { index } of plain.matchAll(/\d/g)) {
          expect(covered.some(({ start, end }) => start <= index && index < end)).toBe(true);
        }
      }),
    );
  });
});

describe('headings', () => {
  const old = new Set(['2024年度推进法治建设的主要举措', '强化宣传']);
  const texts = (heading: string, done = false) =>
    headingItemsOf({ id: 'a', kind: 'section', heading, done }, '二、', old).map(
      ({ text, paragraph, chapter: title }) => [text, paragraph, title],
    );

  it('a year in a heading that stands as last year is open, until the heading changes or the chapter is finished', () => {
    const title = '二、2024年度推进法治建设的主要举措';
    expect(texts('2024年度推进法治建设的主要举措')).toEqual([['2024年度', null, title]]);
    expect(texts('2025年度推进法治建设的主要举措')).toEqual([]);
    expect(texts('2024年度推进法治建设的主要举措', true)).toEqual([]);
    expect(texts('强化宣传')).toEqual([]);
  });
});
