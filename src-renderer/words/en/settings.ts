import type { InEnglish } from '../in-english.ts';
import type { settingsZh } from '../zh/settings.ts';

export const settingsEn: InEnglish<typeof settingsZh> = {};
