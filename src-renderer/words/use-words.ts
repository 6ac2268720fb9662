// The words of the reader's language: the window's own by key, a declaration's by its pair.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Words } from '../../src-shared/records/words.ts';

/** `t` takes a key of the dictionary, `say` the pair of words a declaration carries. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return useMemo(() => ({ t, language, say: (words: Words) => words[language] }), [t, language]);
}
