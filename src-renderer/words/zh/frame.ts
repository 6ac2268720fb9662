export const frameZh = {} as const;
