// Shifts: what the desk stands at, handed over and taken over.

import { handOver } from '../../shift/hand-over.ts';
import { shiftPage } from '../../shift/shift-page.ts';
import { openShift, shiftNow } from '../../shift/shift-sheets.ts';
import { answer, asPerson, contract } from '../call-context.ts';
import { takeShiftOver } from '../desk-shift.ts';
import { forPerson } from './record-handlers.ts';

const { shifts } = contract;

export const shiftHandlers = {
  now: shifts.now.handler(forPerson((desk, person) => shiftNow(desk, person))),
  handOver: shifts.handOver.handler(forPerson(handOver)),
  takeOver: shifts.takeOver.handler(async ({ context, input }) =>
    answer(await takeShiftOver(context.host, context.session, input)),
  ),
  open: shifts.open.handler(forPerson((desk, person, { id }) => openShift(desk, person, id))),
  page: shifts.page.handler(forPerson((desk, person, { id }) => shiftPage(desk, person, id))),
  pdf: shifts.pdf.handler(async ({ context, input }) => {
    const { desk, person } = asPerson(context);
    const page = answer(shiftPage(desk, person, input.id));
    const pdf = answer(await context.makePdf(page.html, []));
    return new File([new Uint8Array(pdf)], `${page.title}.pdf`, { type: 'application/pdf' });
  }),
};
