// One save of one record, before it becomes a change.

import type { MergedRecord } from '../../src-shared/history/merged-record.ts';
import type { Parents } from '../../src-shared/history/parents.ts';
import type { Op } from '../../src-shared/records/record-values.ts';

export type Save = {
  readonly kind: string;
  readonly record: string;
  /** The heads of the record that the author saw. */
  readonly parents: Parents;
  readonly ops: readonly Op[];
  readonly reason?: string | undefined;
  /** The whole record as this transaction read it, so that it need not be read again; nothing for a new one. */
  readonly onto?: MergedRecord;
};
