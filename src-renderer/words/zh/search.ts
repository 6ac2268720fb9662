export const searchZh = {} as const;
