/** Meetings that are named or dated; «通过会议、文件等形式» is none. */
import { findDates } from '../../text/dates.ts';
import { type Span, spansOf } from './fact.ts';

const meetingWord =
  /(?:推进|现场|座谈|动员|部署|调度|培训|研讨|研判|听证|专题|联席|观摩|表彰|总结|交流|通报|启动|评议|发布|恳谈|党委|常委|扩大|工作)?会议|(?:推进|现场|座谈|动员|部署|调度|培训|研讨|研判|听证|专题|联席|观摩|表彰|总结|交流|通报|启动|评议|发布|恳谈|专题党委|党委|常委)会(?![议员计])|(?:代表|动员|总结|表彰|誓师|职工|村民|群众|干部)大会|中央全会|例会|年会/g;
/** 联席会议制度, 会议室: the meeting's name is part of another word. */
const partOfMore = /^(?:制度|机制|室|场所|事规则|议事规则|规则|办公室|成员|记录|形式|方式|常态)/;
const congress =
  /(?:党的)?(?<![一二三四五六七八九十])(?:十[五六七八九]|二十)(?:大(?![力队量型多小])|届[一二三四五六七八九]中全会)/g;

const nameBefore = /(?:[\u4e00-\u9fff\d]|“[^“”]{1,30}”|《[^《》]{1,40}》){0,30}$/;
/** What stands before a meeting's name; the name begins behind the last of these. */
const beginsBehind =
  /召开|举办|举行|组织|参加|开展|出席|传达|学习|贯彻|落实|提交|通过|利用|开好|纳入|经过|了|在|于|的|以|及|和|与|或|并|由|对|年度?|月份?|日|(?<!第[\d一二三四五六七八九十百]{1,5})[次场个期届]/g;
const sayingNothing =
  /各种|各类|有关|相关|重要|专题|定期|每年|每月|每季度?|每周|多|其他|本|次|场|一|各|上|中/g;
const clauseEnd = /[。！？；，,;]/;

/** The places of meetings, with the name or the date that tells which. */
export function findMeetings(text: string): Span[] {
  const dates = findDates(text);
  const named = spansOf(text, meetingWord).flatMap((word): Span[] => {
    if (partOfMore.test(text.slice(word.end, word.end + 5))) return [];
    const from = Math.max(0, word.start - 60);
    const run = nameBefore.exec(text.slice(from, word.start))?.[0] ?? '';
    const begin = [...run.matchAll(beginsBehind)].reduce((_end, match) => match.index + match[0].length, 0);
    const name = run.slice(begin);
    const kind = text.slice(word.start, word.end).replace(/会议?$/, '');
    const telling = `${name}${/工作|扩大/.test(kind) ? '' : kind}`.replaceAll(sayingNothing, '');
    if (name !== '' && telling.length >= 3) return [{ start: word.start - name.length, end: word.end }];
    const dated = dates.some(
      (date) => date.end <= word.start && !clauseEnd.test(text.slice(date.end, word.start)),
    );
    return dated ? [{ start: word.start - name.length, end: word.end }] : [];
  });
  return [...named, ...spansOf(text, congress)];
}
