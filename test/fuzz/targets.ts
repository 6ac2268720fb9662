// Every parser of something from outside.

import { bundleTargets } from './bundle-targets.ts';
import { historyTargets } from './history-targets.ts';
import { paperTargets } from './paper-targets.ts';
import { syncTargets } from './sync-targets.ts';
import type { FuzzTarget } from './target.ts';

export const targets: readonly FuzzTarget[] = [...historyTargets, ...syncTargets, ...paperTargets, ...bundleTargets];
