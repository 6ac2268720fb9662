export const listsZh = {} as const;
