/** Whether some characters may be a person's name. */

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习关洪翟乔安邢樊葛齐庞颜申柴耿殷倪伍牛易詹温庄晏焦欧柳褚冀尚甘路柯房岳米祝华康管车祁鲁解常梅辛丛闵宁费纪舒屈项柏骆聂童迟穆裴左霍连包凌苗古盛芦靳鲍兰阮卜卞刁冉蒲娄鞠佟仇荆狄谷宫';
const doubleSurnames = '欧阳|司马|上官|诸葛|司徒|皇甫|尉迟|慕容|令狐|端木|夏侯';

/** One name, for use in larger patterns; check what it matches with isPersonName. */
export const namePattern = `(?:(?:${doubleSurnames})|[${surnames}])[\\u4e00-\\u9fff]{1,2}`;
export const surnamePattern = `(?:${doubleSurnames}|[${surnames}])`;

/** Characters that words of office prose have where a given name would stand. */
const notInGivenNames =
  /[的了和与或由任副组党委镇乡县市省区村级部门员书记办室们各其是有以被把将从到并该每名位个人等户家]/;
/** Words that begin with a surname's character. */
const words =
  /^(?:高[度质效位标龄中铁压频兴层]|安[全排置环监办心装稳]|方[面案式法便向针]|常[态务年委规]|万[元余众]|周[边密期围岁一二三四五六日到末]|项目|管[理控辖护]|关[于系注键爱怀心]|严[格肃厉控打禁防重密]|余[件次场份起]|任[务何期用职前意]|史料|路[边口面]|金[融额]|江[河苏]|陈[述规]|于[是法]|石[料油]|华[人侨]|白[天色]|黄[赌河色金]|林[业长地权木场]|田[间地园]|马[上路]|程[序度]|许[可多]|何[种时]|张贴|钱[款财]|洪[涝水]|包[括联保案片干抓]|付[出款]|车[辆间]|温[馨暖]|连续|解[决读答除]|向[上社群全县]|申[请报诉领]|康复|古城|盛大|左右|房[屋产地]|夏季|齐[抓全心]|武装|纪[检委律]|费用|易发|尚未|甘肃)/;
/** Their names are part of names of doctrines, which no report replaces. */
const inDoctrines = /^(?:习近平|毛泽东|邓小平|江泽民|胡锦涛)/;
const beginsWithSurname = new RegExp(`^${surnamePattern}`);

/**
 * Whether a string may be surname and given name (two to four characters). A guess: it knows common surnames and common
 * words, so use it only in places where a name is expected.
 */
export function isPersonName(candidate: string): boolean {
  const surname = beginsWithSurname.exec(candidate)?.[0];
  if (surname === undefined || inDoctrines.test(candidate)) return false;
  const given = candidate.slice(surname.length);
  if (given === '' || given.length > 2 || notInGivenNames.test(given)) return false;
  return !words.test(candidate);
}
