export const deliveryZh = {} as const;
