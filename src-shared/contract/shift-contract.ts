// The calls about shifts: what the desk stands at, handing it over, taking it over.

import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { Problem } from '../base/problem.ts';
import { shiftStatement } from '../records/shift/shift-sheet.ts';
import { accountId, password, recordId } from './inputs.ts';
import type { ShiftNowView, ShiftView } from './shift-views.ts';
import type { PersonView } from './views.ts';

const base = oc.errors({ PROBLEM: { status: 422, data: type<Problem>() } });
const id = z.object({ id: recordId });

export const shiftContract = {
  now: base.output(type<ShiftNowView>()),
  /** Freezes what the desk stands at, with what was counted and what is to be said. */
  handOver: base.input(shiftStatement).output(type<{ readonly id: string }>()),
  /** The next person confirms with their PIN or password, and is signed in at this window from then on. */
  takeOver: base
    .input(id.extend({ account: accountId, by: z.enum(['pin', 'password']), secret: password }))
    .output(type<PersonView>()),
  open: base.input(id).output(type<ShiftView>()),
  /** A whole page of HTML, as it prints. */
  page: base.input(id).output(type<{ readonly html: string; readonly title: string }>()),
  pdf: base.input(id).output(type<File>()),
};
