import type { InEnglish } from '../in-english.ts';
import type { listsZh } from '../zh/lists.ts';

export const listsEn: InEnglish<typeof listsZh> = {};
