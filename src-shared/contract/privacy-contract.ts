// The contract of the protection of personal information: one person's data, how long records are kept, what is due.

import { type } from '@orpc/contract';
import { z } from 'zod';
import { base } from './contract-base.ts';
import { kindKey, limits, recordId } from './inputs.ts';
import type { ErasureOrdersView, OutdatedListView, PersonDataView, RetentionView } from './privacy-views.ts';
import type { SavedView } from './views.ts';

const sought = z.object({
  name: z.string().trim().min(1).max(limits.queryCodePoints),
  idNumber: z.string().trim().max(40).default(''),
  phone: z.string().trim().max(40).default(''),
});
export const personCopy = sought.extend({
  /** Why it is given out: the number of the request, whom the copy goes to. */
  reason: z.string().trim().min(2).max(200),
  /** Free text that was looked at and names nobody else: `<record>:<path>`. */
  released: z.array(z.string().max(300)).max(2_000).default([]),
  /** Whoever gives it out has looked at what is said of others. */
  checked: z.literal(true),
});

export const privacyContract = {
  /** Everything that records hold about a person; in the log. */
  find: base.input(sought).output(type<PersonDataView>()),
  page: base.input(personCopy).output(type<{ readonly html: string; readonly title: string }>()),
  pdf: base.input(personCopy).output(type<File>()),
  /** The same as data. */
  json: base.input(personCopy).output(type<File>()),
  retention: base.output(type<readonly RetentionView[]>()),
  setRetention: base
    .input(z.object({ kind: kindKey, years: z.int().min(1).max(100).nullable() }))
    .output(type<readonly RetentionView[]>()),
  /** Records that are done and whose time is over, the oldest first. */
  outdated: base.input(z.object({ kind: kindKey.optional() })).output(type<OutdatedListView>()),
  /** Begins a request to erase these records, which two people take further. */
  requestErasure: base.input(z.object({ records: z.array(recordId).min(1).max(200) })).output(type<SavedView>()),
  /** Orders to erase that are not everywhere yet, refused ones first. */
  orders: base.output(type<ErasureOrdersView>()),
  /** Offers the refused ones to the centre again. */
  retryOrders: base.output(type<{ readonly retried: number }>()),
};

export type PersonCopy = z.infer<typeof personCopy>;
export type Sought = z.infer<typeof sought>;
