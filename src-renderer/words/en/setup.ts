import type { InEnglish } from '../in-english.ts';
import type { setupZh } from '../zh/setup.ts';

export const setupEn: InEnglish<typeof setupZh> = {};
