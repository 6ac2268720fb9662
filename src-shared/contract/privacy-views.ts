// What the window is shown of one person's data, and of records whose time is over.

import type { Problem } from '../base/problem.ts';
import type { OwnValue } from '../records/own-data.ts';
import type { Words } from '../records/words.ts';

export type OwnRecordView = {
  readonly id: string;
  readonly kind: string;
  readonly kindLabel: Words;
  readonly number: string;
  readonly status: Words;
  readonly occurredAt: string;
  readonly basis: Words;
  /** For how long records of the kind are kept, in words. */
  readonly kept: Words;
  readonly values: readonly OwnValue[];
  readonly attachments: readonly { readonly name: string; readonly role: Words; readonly bytes: number }[];
  /** Who looked at what of it that is sensitive, printed it, or showed what was masked; newest first. */
  readonly looks: readonly { readonly at: number; readonly by: string; readonly said: Words }[];
};
export type PersonDataView = { readonly records: readonly OwnRecordView[] };

export type RetentionView = {
  readonly kind: string;
  readonly label: Words;
  /** Whole years; null for good. */
  readonly years: number | null;
  /** From when they are counted, in words. */
  readonly from: Words;
  /** The unit has set its own. */
  readonly isOwn: boolean;
};

export type OutdatedView = {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  /** ms since 1970 of the record's last change. */
  readonly changedAt: number;
  /** Local date on which its time was over. */
  readonly since: string;
};
export type OutdatedListView = { readonly records: readonly OutdatedView[]; readonly more: boolean };

/** Orders to erase that the centre's log does not name yet, by record. */
export type ErasureOrdersView = readonly {
  /** Null where what they are about is not here. */
  readonly record: string | null;
  /** Null where the reader may not see it. */
  readonly shown: { readonly number: string; readonly title: string } | null;
  /** waiting: to be sent; received: the centre has them; refused: it will not carry them out, for this reason. */
  readonly state: 'waiting' | 'received' | 'refused';
  readonly reason: Problem | null;
  readonly orders: number;
  /** ms since 1970. */
  readonly since: number;
}[];
