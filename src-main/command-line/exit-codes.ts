// Exit codes of `case-desk`, so that scripts can tell what happened without reading words.

import type { ProblemCode } from '../../src-shared/base/problems.ts';

export const exitCodes = {
  done: 0,
  /** Something broke that no one foresaw; details are on standard error. */
  unexpected: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** The input was refused; nothing was saved of what was refused. */
  refused: 3,
  notFound: 4,
  /** Another process has the desk open. */
  busy: 5,
  /** Wrong password, unknown person, or locked out. */
  notAdmitted: 6,
  /** The desk's files are damaged, or newer than this program. */
  unusable: 7,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const codesByProblem: Partial<Record<ProblemCode, ExitCode>> = {
  record_not_visible: exitCodes.notFound,
  desk_absent: exitCodes.notFound,
  kind_unknown: exitCodes.notFound,
  template_unknown: exitCodes.notFound,
  report_unknown: exitCodes.notFound,
  indicator_unknown: exitCodes.notFound,
  publication_unknown: exitCodes.notFound,
  no_such_person: exitCodes.notFound,
  backup_not_found: exitCodes.notFound,
  backup_place_missing: exitCodes.notFound,
  backup_damaged: exitCodes.unusable,
  backup_newer: exitCodes.unusable,
  desk_in_use: exitCodes.busy,
  database_busy: exitCodes.busy,
  sign_in_refused: exitCodes.notAdmitted,
  sign_in_wait: exitCodes.notAdmitted,
  sign_in_locked_out: exitCodes.notAdmitted,
  person_disabled: exitCodes.notAdmitted,
  not_allowed: exitCodes.notAdmitted,
  no_password: exitCodes.usage,
  no_directory: exitCodes.usage,
  not_a_condition: exitCodes.usage,
  report_needs_period: exitCodes.usage,
  period_unreadable: exitCodes.usage,
  period_backwards: exitCodes.usage,
  which_person: exitCodes.usage,
  no_first_person: exitCodes.usage,
  database_damaged: exitCodes.unusable,
  database_newer: exitCodes.unusable,
  desk_keyring_damaged: exitCodes.unusable,
};

/** The exit code that tells a problem apart; `refused` unless it has one of its own. */
export function exitCodeOf(code: ProblemCode): ExitCode {
  return codesByProblem[code] ?? exitCodes.refused;
}

export const exitCodeHelp = `
Exit codes:
  0  done                       4  no such record, kind, person or desk
  1  unexpected failure         5  another process has the desk open
  2  wrong command line         6  not admitted: wrong password, locked out, not allowed
  3  input refused, not saved   7  the desk's files are damaged, or newer than this program`;
