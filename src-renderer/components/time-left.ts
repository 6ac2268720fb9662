// How long something still takes, in words that are no more exact than the guess.

import { useWords } from '../words/use-words.ts';

/** @returns the words for so many ms, empty where nobody knows */
export function useTimeLeft(): (ms: number | null) => string {
  const { t } = useWords();
  return (ms) => {
    if (ms === null) return '';
    const seconds = Math.ceil(ms / 1_000);
    return seconds < 60
      ? t('jobs.secondsLeft', { count: seconds })
      : t('jobs.minutesLeft', { count: Math.ceil(seconds / 60) });
  };
}
