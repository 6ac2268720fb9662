// A record's surroundings on this desk: its clock, calendar, people and the records it refers to.

import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Actor, LinkedRecord, Surroundings } from '../../src-shared/records/record-context.ts';
import type { Reading } from '../database/database.ts';
import { recordById } from '../stores/record-store.ts';
import type { Desk } from './desk.ts';
import { isOneOf } from './people.ts';

export type Asking = {
  /** ms since 1970. */
  readonly now: number;
  readonly actor?: Actor;
  readonly created?: { readonly by: string; readonly at: number } | null;
};

export function surroundingsOf(desk: Desk, reading: Reading, { now, actor, created }: Asking): Surroundings {
  const { unit, calendar } = desk.settings.current;
  const people = desk.people.current;
  return {
    now: epochMsToLocal(now),
    calendar,
    codeLists: desk.kinds.codeLists,
    officerName: (id) => people.byId.get(id)?.name ?? null,
    officerMatches: (block) => isOneOf(people, block),
    linked: (id) => linkedRecord(reading, id),
    unit: { name: unit.name, code: unit.code, phone: unit.phone },
    created: created ? { by: created.by, at: epochMsToLocal(created.at) } : null,
    ...(actor ? { actor } : {}),
  };
}

function linkedRecord(reading: Reading, id: string): LinkedRecord | null {
  const row = recordById(reading, id);
  return row ? { number: row.number, title: row.title, done: row.stage === 'done' } : null;
}
