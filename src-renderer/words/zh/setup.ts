export const setupZh = {} as const;
