// Words of the first run.

import type { InEnglish } from '../in-english.ts';
import type { setupZh } from '../zh/setup.ts';

export const setupEn: InEnglish<typeof setupZh> = {
  title: 'Set up this desk',
  note: 'Once only, about two minutes. No network is needed.',
  stepUnit: 'Unit',
  stepPerson: 'First person',
  stepRecovery: 'Recovery code',
  needed: 'This field is required',
  deskKind: 'Kind of desk',
  deskKindNote: {
    police: 'Found property, rescues, handbook tasks and more',
    community: 'Home visits, households, handbook tasks and more',
  },
  unitName: 'Full name of the unit',
  unitNameHint: 'As on the seal; printed on papers',
  unitShortName: 'Short name',
  unitShortNameHint: 'Used in record numbers, as in 方岩所',
  unitCode: 'Organisation code',
  unitCodeHint: 'Used in exchange with the centre',
  unitPhone: 'Telephone',
  unitAddress: 'Address',
  personNote: 'The first person is the head and adds the others under Settings. One account each, never shared.',
  personName: 'Name',
  staffNumber: 'Staff number',
  password: 'Password',
  passwordAgain: 'Once more',
  passwordNotYet: 'The password does not yet meet the rules',
  passwordsDiffer: 'The two passwords differ',
  make: 'Make the desk',
  recoveryTitle: 'The recovery code is shown this once only',
  recoveryBody:
    "The desk's data is encrypted. If everybody forgets their password, only these two halves together open it. Print them, cut them apart and have two people keep one each; either alone is useless.",
  half: 'Half {{number}}',
  printRecovery: 'Print the recovery code',
  printAgain: 'Print again',
  noPrinter: 'Without a printer, two people copy one half each by hand and check each other.',
  kept: 'Both halves are printed (or copied and checked) and kept by two people',
  begin: 'Begin work',
};
