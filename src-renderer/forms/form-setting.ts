// What every part of a form may ask: the store, the code lists and people it offers, and how conditions and
// expressions of the declaration stand for what is typed right now.

import { createContext, type ReactNode, useContext } from 'react';
import { required } from '../../src-shared/base/assert.ts';
import type { HitView, PersonView } from '../../src-shared/contract/views.ts';
import type { CodeLists } from '../../src-shared/records/code-lists.ts';
import type { Taking } from '../../src-shared/records/condition.ts';
import type { Entry } from '../../src-shared/records/content.ts';
import type { IsoDateTime } from '../../src-shared/records/dates/iso-date-time.ts';
import type { Fields } from '../../src-shared/records/field.ts';
import type { FormStore } from './form-store.ts';
import type { FormWorld } from './form-world.ts';

export type FormSetting = {
  readonly store: FormStore;
  readonly fields: Fields;
  readonly codeLists: CodeLists;
  readonly people: readonly PersonView[];
  /** Account of the person at the desk. */
  readonly me: string;
  /** The moment on the desk's clock. */
  readonly now: () => IsoDateTime;
  /** Conditions and expressions for what is typed now. */
  readonly world: FormWorld;
  /** Lists whose lines are taken out of lines held. */
  readonly takings: readonly Taking[];
  /** Paths whose value is masked until it is revealed or typed anew. */
  readonly masked: ReadonlySet<string>;
  /** Asks for a reason and shows the whole value; null when the person thought better of it. */
  readonly reveal: (path: string) => Promise<string | null>;
  readonly findRecords: (text: string, kinds: readonly string[]) => Promise<readonly HitView[]>;
  readonly recordLink: (id: string, name: string) => ReactNode;
  /** Number and title of a record by id; null while it is not known. */
  readonly useRecordName: (id: string | null) => string | null;
  readonly readOnly: boolean;
  /** Read-only: whether fields nobody filled in are shown too. */
  readonly showsEmpty: boolean;
  /** Read-only: what can be done with a list entry (a visit's demand becomes a to-do). */
  readonly entryActions?: (path: string, entry: Entry) => ReactNode;
};

const FormSettingContext = createContext<FormSetting | null>(null);

export const FormSettingProvider = FormSettingContext.Provider;

/** Only inside a form. */
export function useFormSetting(): FormSetting {
  return required(useContext(FormSettingContext), 'a form around its fields');
}
