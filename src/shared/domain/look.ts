/**
 * 样式 of a document: `formal` 正式文件 with red head and 版记; `plain` 普通报告 without them; `public` 网上公开版, without
 * internal marks and with private data masked.
 */
export const looks = ['formal', 'plain', 'public'] as const;
export type Look = (typeof looks)[number];

/** `formal` refuses what is still open; `draft` marks it and prints 草稿. */
export const exportModes = ['formal', 'draft'] as const;
export type ExportMode = (typeof exportModes)[number];
