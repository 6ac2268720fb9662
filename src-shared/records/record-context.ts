// A record with everything around it that its declaration may ask about: the clock, the calendar, the officers, linked
// records. The engine's functions take it whole; only `create-record-context.ts` makes one.

import type { CodeLists } from './code-lists.ts';
import type { Content } from './content.ts';
import type { IsoDateTime } from './dates/iso-date-time.ts';
import type { WorkingCalendar } from './deadlines/working-calendar.ts';
import type { Kind } from './kind.ts';
import type { Place } from './place.ts';
import type { Values } from './record-values.ts';
import type { SystemContent } from './system-paths.ts';
import type { StepRole } from './workflow.ts';

/** The person (or the desk's clock) that takes a step. */
export type Actor = { readonly id: string; readonly roles: readonly StepRole[] };

export type LinkedRecord = { readonly number: string; readonly title: string; readonly done: boolean };

export type Surroundings = {
  /** Local time, UTC+8. */
  readonly now: IsoDateTime;
  readonly calendar: WorkingCalendar;
  readonly codeLists: CodeLists;
  /** Name of a named account; null when this desk does not know it. */
  readonly officerName: (id: string) => string | null;
  /** Whether a person block (name, id_no, phone) is one of this desk's officers. */
  readonly officerMatches: (person: Content) => boolean;
  /** Another record of this desk; null when it is not here. */
  readonly linked: (record: string) => LinkedRecord | null;
  readonly unit: { readonly name: string; readonly code: string; readonly phone: string };
  /** Who made the record's first change, and when; null before the first save. */
  readonly created: { readonly by: string; readonly at: IsoDateTime } | null;
  readonly actor?: Actor;
};

export type RecordContext = Surroundings & {
  readonly kind: Kind;
  readonly values: Values;
  /** What is stored, without computed fields. */
  readonly stored: Content;
  /** What is stored and what is computed from it. */
  readonly content: Content;
  readonly system: SystemContent;
  /** The record as the place where conditions and expressions start. */
  readonly place: Place;
};
