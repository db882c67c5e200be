/** What goes to the county: files on a stick or in a folder, checked there. */
export const submissionMethods = {} as const;
