// The open desk as its window finds it.

import type { DeskState } from '../../src-shared/contract/views.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Desk } from '../records/desk.ts';
import { readPersonalSettings } from '../records/desk-settings.ts';
import { type Person, toPersonView } from '../records/people.ts';

export function openState(desk: Desk, person: Person): DeskState {
  const { unit, deskKind, lockAfterMinutes, closeAfterMinutes } = desk.settings.current;
  return {
    state: 'open',
    unit,
    deskKind,
    person: toPersonView(person),
    people: desk.people.current.all.map(toPersonView),
    personal: readPersonalSettings(desk.database.reading, person.id),
    lockAfterMinutes,
    closeAfterMinutes,
    now: epochMsToLocal(desk.tools.now()),
  };
}
