// Settings of the desk and of the person, and the desk's check of itself.

import {
  calendarView,
  setCalendar,
  setCloseAfter,
  setLockAfter,
  setPersonal,
  setUnit,
} from '../../records/change-settings.ts';
import { answer, asPerson, contract } from '../call-context.ts';
import { alignKeyring } from '../desk-people.ts';
import { verifyInThread } from '../verify-in-thread.ts';
import { forPerson } from './record-handlers.ts';

const { settings } = contract;

export const settingsHandlers = {
  setUnit: settings.setUnit.handler(async ({ context, input }) => {
    const keys = answer(context.host.keys(context.session));
    answer(setUnit(keys.desk, keys.person, input));
    return answer(await alignKeyring(keys));
  }),
  setPersonal: settings.setPersonal.handler(forPerson(setPersonal)),
  setLockAfter: settings.setLockAfter.handler(
    forPerson((desk, person, { minutes }) => setLockAfter(desk, person, minutes)),
  ),
  setCloseAfter: settings.setCloseAfter.handler(
    forPerson((desk, person, { minutes }) => setCloseAfter(desk, person, minutes)),
  ),
  calendar: settings.calendar.handler(({ context }) => calendarView(asPerson(context).desk)),
  setCalendar: settings.setCalendar.handler(forPerson((desk, person, { json }) => setCalendar(desk, person, json))),
  verify: settings.verify.handler(async ({ context }) => answer(await verifyInThread(context.host, context.session))),
};
