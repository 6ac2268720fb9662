// Words of the search.

import type { InEnglish } from '../in-english.ts';
import type { searchZh } from '../zh/search.ts';

export const searchEn: InEnglish<typeof searchZh> = {
  label: 'Search',
  note: 'Ctrl+K on any page',
  placeholder: 'Name, thing, place, number, pinyin or initials, last four digits of an ID or phone',
  kinds: 'Kinds of record',
  results: 'Results',
  recent: 'Last at hand',
  how: 'Try 黎, li, 溪心桥, xxq, or the last digits 1234. Arrow keys move, Enter opens.',
  none: 'Nothing found for “{{text}}”. Try pinyin initials, last digits, or all kinds.',
  found: '{{count}} results',
  found_one: '{{count}} result',
};
