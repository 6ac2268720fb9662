import type { InEnglish } from '../in-english.ts';
import type { formsZh } from '../zh/forms.ts';

export const formsEn: InEnglish<typeof formsZh> = {};
