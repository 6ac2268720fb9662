import type { InEnglish } from '../in-english.ts';
import type { frameZh } from '../zh/frame.ts';

export const frameEn: InEnglish<typeof frameZh> = {};
