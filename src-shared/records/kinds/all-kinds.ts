// Made by `node scripts/list-kinds.mjs` from the files of this folder; not written by hand.

import type { Kind } from '../kind.ts';
import { cashCount } from './cash-count.ts';
import { custodyHandover } from './custody-handover.ts';
import { foundItem } from './found-item.ts';
import { handbookTask } from './handbook-task.ts';
import { household } from './household.ts';
import { lostReport } from './lost-report.ts';
import { personalRequest } from './personal-request.ts';
import { privacyIncident } from './privacy-incident.ts';
import { rescue } from './rescue.ts';
import { stockTake } from './stock-take.ts';
import { visit } from './visit.ts';

export const allKinds: readonly Kind[] = [
  cashCount,
  custodyHandover,
  foundItem,
  handbookTask,
  household,
  lostReport,
  personalRequest,
  privacyIncident,
  rescue,
  stockTake,
  visit,
];
