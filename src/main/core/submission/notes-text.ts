/** 校验说明.txt: for whoever opens the stick in the county and has no 乡报. */
import {
  type ManifestFile,
  type ManifestHead,
  manifestName,
} from '../../../shared/domain/submission/manifest.ts';

const lookWords = { formal: '正式文件', plain: '普通报告', public: '网上公开版' } as const;
const roleWords = {
  document: '报告正文，用 WPS 或 Word 打开',
  pages: '报告正文，版面与打印一致',
  data: '报告中的全部数字及其来源',
  notes: '本说明',
} as const;
/** Editors of old Windows take a text without it for GBK. */
const byteOrderMark = '\uFEFF';

/** UTF-8 with a byte order mark and CRLF; only characters that GBK has, beside the names. `time` as local words. */
export function notesText(head: ManifestHead, files: readonly ManifestFile[], numbers: number): Uint8Array {
  const draft = head.mode === 'draft' ? '（草稿，不是正式文件）' : '';
  const lines = [
    `${head.title}`,
    '',
    `报送单位：${head.organization}`,
    `报告年度：${head.year}年`,
    `文件样式：${lookWords[head.look]}${draft}`,
    `写成时间：${head.createdAt}（世界时，北京时间加 8 小时）`,
    `所用程序：乡报 ${head.programVersion}`,
    '',
    '一、包里有什么',
    ...files.flatMap(({ name, size, sha256, role }) => [
      `${name}`,
      `    ${roleWords[role]}`,
      `    ${size} 字节，SHA-256：${sha256}`,
    ]),
    `${manifestName}`,
    `    清单：每个文件的大小和 SHA-256，文中 ${numbers} 处数字各自的指标、年度和准确数`,
    '',
    '二、怎样核对',
    '1. 有乡报的电脑：在「报送」里点「核对报送包」，选这个文件夹或 .zip 文件。',
    '2. 没有乡报的 Windows 电脑：在本文件夹的地址栏输入 cmd 回车，再输入',
    ...files.map(({ name }) => `       certutil -hashfile "${name}" SHA256`),
    '   显示的一串字符应与上面的 SHA-256 相同。',
    '3. 对不上，说明文件写完以后被改过或损坏，请让报送单位重新写一份。',
    '',
  ];
  return new TextEncoder().encode(byteOrderMark + lines.join('\r\n'));
}
