export const todayZh = {} as const;
