// What this PC remembers before anybody has signed in: the language last used.

import type { Language } from '../../src-shared/records/words.ts';

const key = 'case-desk.language';

export function lastLanguage(storage: Storage): Language {
  return storage.getItem(key) === 'en' ? 'en' : 'zh';
}

export function rememberLanguage(storage: Storage, language: Language): void {
  storage.setItem(key, language);
}
