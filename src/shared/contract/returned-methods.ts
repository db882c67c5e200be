/** What came back from the leader. */
export const returnedMethods = {} as const;
