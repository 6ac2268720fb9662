export const signInZh = {} as const;
