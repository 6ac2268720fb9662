import type { InEnglish } from '../in-english.ts';
import type { todayZh } from '../zh/today.ts';

export const todayEn: InEnglish<typeof todayZh> = {};
