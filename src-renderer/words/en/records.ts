import type { InEnglish } from '../in-english.ts';
import type { recordsZh } from '../zh/records.ts';

export const recordsEn: InEnglish<typeof recordsZh> = {};
