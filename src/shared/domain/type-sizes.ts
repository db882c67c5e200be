/** 字号: type sizes by the names that WPS and Word show, and their half-points. */
export const typeSizes = [
  { name: '初号', halfPoints: 84 },
  { name: '小初', halfPoints: 72 },
  { name: '一号', halfPoints: 52 },
  { name: '小一', halfPoints: 48 },
  { name: '二号', halfPoints: 44 },
  { name: '小二', halfPoints: 36 },
  { name: '三号', halfPoints: 32 },
  { name: '小三', halfPoints: 30 },
  { name: '四号', halfPoints: 28 },
  { name: '小四', halfPoints: 24 },
  { name: '五号', halfPoints: 21 },
  { name: '小五', halfPoints: 18 },
  { name: '六号', halfPoints: 15 },
] as const;

/** «三号» of 32 half-points; null where the size has no name. */
export function typeSizeName(halfPoints: number): string | null {
  return typeSizes.find((size) => size.halfPoints === halfPoints)?.name ?? null;
}
