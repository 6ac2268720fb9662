export const settingsZh = {} as const;
