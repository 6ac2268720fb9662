// All papers of a found item, in the order in which they are needed.

import type { PrintedDocument } from '../../printed-document.ts';
import { claimPapers } from './found-item-claim-papers.ts';
import { intakePapers } from './found-item-intake-papers.ts';
import { outcomePapers } from './found-item-outcome-papers.ts';

export const foundItemPapers: readonly PrintedDocument[] = [...intakePapers, ...claimPapers, ...outcomePapers];
