// What a look at a desk's files and data found, and what can be done about it.

import type { Problem } from '../base/problem.ts';

/** `permissions`, `rebuild` and `attachments` are done on the desk; `restore` needs a backup. */
export type RepairKind = 'permissions' | 'rebuild' | 'attachments' | 'restore';

export type FindingView = {
  readonly problem: Problem;
  /** `bad`: something is damaged or lost here; `warning`: something may become so. */
  readonly severity: 'bad' | 'warning';
  /** Null where a person has to do something outside the program. */
  readonly repair: RepairKind | null;
};
