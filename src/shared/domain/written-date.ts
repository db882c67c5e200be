/** «2025年2月10日» of an ISO date: Arabic digits without leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function writtenDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
