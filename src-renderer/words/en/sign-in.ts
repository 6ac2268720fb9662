// Words of sign-in, change of person and recovery.

import type { InEnglish } from '../in-english.ts';
import type { signInZh } from '../zh/sign-in.ts';

export const signInEn: InEnglish<typeof signInZh> = {
  note: 'Choose your name and type your password',
  people: 'People (arrow keys, or type the initials)',
  person: 'Person',
  password: 'Password',
  go: 'Sign in',
  forgotten: 'Forgotten password',
  backToSignIn: 'Back to sign-in',
  recoverNote: 'Set a new password with the recovery code',
  recoverHow:
    'The two keepers of the recovery code each type their half, in either order, and their name. The names go into the log.',
  broughtBy: 'Half {{number}} brought by',
  newPassword: 'New password',
  recoverGo: 'Set the password',
  switchTitle: 'Change person (now: {{name}})',
  nobodyElse: 'There is nobody else at this desk yet. The head adds people under Settings.',
  pin: 'PIN',
  usePassword: 'Use the password',
  usePin: 'Use the PIN',
  service: {
    open: 'This window is locked; the desk is still open, and delivers and backs up as it is set up to.',
    closing: 'The desk is closing: it waits for other windows to lock and for work to end.',
    closed:
      'The desk is closed and its key is out of memory. Nothing is delivered or backed up until somebody signs in with their password.',
  },
  closeDesk: 'Close the desk',
  switchKeys: 'Press a digit to choose',
};
