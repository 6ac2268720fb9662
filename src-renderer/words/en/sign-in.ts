import type { InEnglish } from '../in-english.ts';
import type { signInZh } from '../zh/sign-in.ts';

export const signInEn: InEnglish<typeof signInZh> = {};
