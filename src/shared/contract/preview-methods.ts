/** The pages as they will print, and their .pdf. */
export const previewMethods = {} as const;
