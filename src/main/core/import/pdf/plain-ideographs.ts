/** Radicals of the dictionaries → the ideographs they look like. */

/**
 * The radicals that have the shape of a whole simplified or common character, each followed by that character; from
 * the Unicode property Equivalent_Unified_Ideograph (Unicode Standard Annex #44). At the end the old form of 户,
 * which simplified fonts draw alike.
 */
const supplement =
  '⺁厂⺈刀⺊卜⺒巳⺓幺⺜日⺝月⺟母⺠民⺩王⺶羊⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟戶户';

const characters = [...supplement];
const ideographs = new Map(
  characters.flatMap((radical, index) =>
    index % 2 === 0 ? [[radical, characters[index + 1] ?? radical] as const] : [],
  ),
);

/**
 * The text with ideographs in place of radicals. A font has one glyph for both, and some programs, browsers among
 * them, name it in the file by the radical (⼀ for 一, ⻓ for 长), so that nothing would find the word.
 */
export function plainIdeographs(text: string): string {
  return text.replace(
    /[\u2e80-\u2fd5戶]/g,
    (radical) => ideographs.get(radical) ?? radical.normalize('NFKC'),
  );
}
