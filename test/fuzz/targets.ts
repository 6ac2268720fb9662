// Every parser of something from outside.

import { bundleTargets } from './bundle-targets.ts';
import { contractTargets } from './contract-targets.ts';
import { fileTargets } from './file-targets.ts';
import { formTargets } from './form-targets.ts';
import { givenTargets } from './given-targets.ts';
import { historyTargets } from './history-targets.ts';
import { ledgerTargets } from './ledger-targets.ts';
import { paperTargets } from './paper-targets.ts';
import { requestTargets } from './request-targets.ts';
import { syncTargets } from './sync-targets.ts';
import type { FuzzTarget } from './target.ts';

export const targets: readonly FuzzTarget[] = [
  ...contractTargets,
  ...historyTargets,
  ...syncTargets,
  ...paperTargets,
  ...bundleTargets,
  ...ledgerTargets,
  ...formTargets,
  ...givenTargets,
  ...fileTargets,
  ...requestTargets,
];
