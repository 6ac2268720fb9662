// Cash as it is counted on the command line: `100=3 0.5=2`, yuan and how many of them.

import { parseYuan } from '../../src-shared/records/money/parse-yuan.ts';
import { CommandProblem, unwrap } from './command-problem.ts';

/** Denomination in fen. Fails with `shift_count_unreadable`, `money_…`. */
export function cashPiece(text: string): { readonly denomination: number; readonly count: number } {
  const [yuan = '', pieces = ''] = text.split('=');
  if (!/^\d{1,7}$/.test(pieces)) throw new CommandProblem({ code: 'shift_count_unreadable', facts: { text } });
  return { denomination: unwrap(parseYuan(yuan)), count: Number(pieces) };
}
