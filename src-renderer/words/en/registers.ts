import type { InEnglish } from '../in-english.ts';
import type { registersZh } from '../zh/registers.ts';

export const registersEn: InEnglish<typeof registersZh> = {};
