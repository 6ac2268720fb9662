export const registersZh = {} as const;
