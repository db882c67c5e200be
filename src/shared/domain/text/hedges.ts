/** Words around a number that say it is not exact, or a bound (约 近 不到 以上 左右 …). */

export interface Hedged {
  /** The hedge, in front before behind, or null. */
  approx: string | null;
  /** Where the quantity begins and ends with its hedges. */
  start: number;
  end: number;
}

/** 节约20万元, 村规民约18份, 附近3个村: the character is part of another word. */
const inFront =
  /(?<![节预签条合违公履制最附临靠邻就])(?<!规民)(?<hedge>不少于|不低于|不超过|不多于|不高于|不足|不到|不下|至少|至多|最多|最少|大约|将近|接近|超过|低于|高于|近|约|超|逾)\s?$/;
const longestInFront = 6;
const behindUnit =
  /\s?及?(?<hedge>以上|以下|以内|左右|上下|不到(?=[，。；、,;）)的]|$)|(?<=[年天倍成时])多(?![\d一二三四五六七八九十名个次元]))/y;

/**
 * Hedges around the number with its unit at `start`–`end` of `text`; `within` is one that stands between them
 * (240余人次).
 */
export function hedgesAround(text: string, start: number, end: number, within: string | undefined): Hedged {
  const before = inFront.exec(text.slice(Math.max(0, start - longestInFront), start));
  behindUnit.lastIndex = end;
  const behind = behindUnit.exec(text)?.groups?.hedge;
  return {
    approx: before?.groups?.hedge ?? within ?? behind ?? null,
    start: start - (before?.[0].length ?? 0),
    end: behind === undefined ? end : behindUnit.lastIndex,
  };
}
