// How values read for the person who asks: in the language they chose for themselves.

import type { ShowStyle } from '../../src-shared/records/show.ts';
import type { Reading } from '../database/database.ts';
import { readPersonalSettings } from './desk-settings.ts';
import type { Person } from './people.ts';

export function readerStyle(reading: Reading, person: Person, where: 'screen' | 'register' = 'screen'): ShowStyle {
  return { for: where, language: readPersonalSettings(reading, person.id).language };
}
