// Long work as the window sees it: how far it is, how long it will take, and what came of it.

import type { Problem, ProblemFacts } from '../base/problem.ts';

export type JobKind =
  | 'audit_export'
  | 'audit_archive'
  | 'register_export'
  | 'template_fill'
  | 'import_check'
  | 'import'
  | 'import_undo'
  | 'report'
  | 'bundle_export'
  | 'bundle_import'
  | 'bundle_carry'
  | 'backup'
  | 'backup_check'
  | 'repair';

export type JobView = {
  readonly id: string;
  readonly kind: JobKind;
  /** ms since 1970. */
  readonly startedAt: number;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  /** Rows, records or bytes, as the kind of work counts. */
  readonly done: number;
  /** Null while nobody can know it. */
  readonly total: number | null;
  /** ms until the end at the present pace; null when it cannot be told. */
  readonly timeLeft: number | null;
  /** What the words about the outcome need: counts and names. */
  readonly facts: ProblemFacts;
  readonly problem: Problem | null;
  /** A file that was made and waits to be taken; size in bytes. */
  readonly file: { readonly name: string; readonly size: number } | null;
};
