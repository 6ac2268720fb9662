import type { InEnglish } from '../in-english.ts';
import type { searchZh } from '../zh/search.ts';

export const searchEn: InEnglish<typeof searchZh> = {};
