// Pinyin initials and syllables of the people's names. The table of readings is large, so it is fetched on its own.

import { useEffect, useState } from 'react';
import type { Person } from './person-picker.tsx';

/** Keys by person's id, initials first; empty until the table has come. */
export function useNameKeys(people: readonly Person[]): ReadonlyMap<string, readonly string[]> {
  const [keys, setKeys] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const { pinyinKeys } = await import('../../src-shared/records/pinyin/pinyin-keys.ts');
      const made = people.map(({ id, name }): [string, readonly string[]] => {
        const { full, initials } = pinyinKeys(name);
        return [id, [...initials, ...full]];
      });
      if (isWanted) setKeys(new Map(made));
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [people]);
  return keys;
}
