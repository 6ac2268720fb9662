import type { InEnglish } from '../in-english.ts';
import type { repairZh } from '../zh/repair.ts';

export const repairEn: InEnglish<typeof repairZh> = {
  open: 'Repair the desk',
  title: 'The desk cannot be opened and needs repair',
  note: 'Its files are set aside and kept; what can still be read of them is taken over when somebody signs in afterwards.',
  found: 'What was found',
  foundNone: 'From outside the files look right; the damage is inside the data.',
  choose: 'The backup to restore from',
  support: 'Without a backup, leave the desk’s folder as it is and tell your administrator.',
  examine: 'Look for damage and repair it',
  examineNote:
    'Looks at files, history, attachments, clock, disk and backups, and says what is wrong and what can be done.',
  examineGo: 'Look now',
  examining: 'Looking; work goes on meanwhile…',
  well: 'Nothing is wrong.',
  kind: {
    permissions: 'Take permissions back',
    rebuild: 'Work out anew',
    attachments: 'Get attachments back',
    restore: 'Needs a backup',
  },
  severity: { bad: 'damage', warning: 'note' },
  byHand: 'do as it says',
};
