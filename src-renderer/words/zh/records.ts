export const recordsZh = {} as const;
