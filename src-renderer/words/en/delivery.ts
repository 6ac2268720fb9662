import type { InEnglish } from '../in-english.ts';
import type { deliveryZh } from '../zh/delivery.ts';

export const deliveryEn: InEnglish<typeof deliveryZh> = {};
