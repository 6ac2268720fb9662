// Code lists of custody (保管).

import { words } from '../words.ts';

export const custodyCodes = {
  stock_result: {
    found: words('相符', 'Found'),
    missing: words('未见', 'Missing'),
    misplaced: words('错放', 'At the wrong place'),
    unexpected: words('账外', 'Not held any more'),
    unknown: words('查无记录', 'Unknown'),
  },
} as const;
