/** 格式: how a recipient wants the pages. */
export const formatProfileMethods = {} as const;
