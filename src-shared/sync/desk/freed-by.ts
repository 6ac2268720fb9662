// What was set aside because something it builds on was refused is freed when that arrives after all: a head let it in,
// a revocation was undone, another desk delivered it.

import type { ChangeId, RecordId } from '../../history/ids.ts';

/** A change in the tray of this desk. */
export type Aside = { readonly id: ChangeId; readonly record: RecordId; readonly code: string };

/** @param arrived changes that the centre is now known to have */
export function freedBy(arrived: ReadonlySet<ChangeId>, tray: readonly Aside[]): readonly ChangeId[] {
  const records = new Set(tray.filter(({ id }) => arrived.has(id)).map(({ record }) => record));
  return tray
    .filter(({ id, record, code }) => code === 'sync_ancestor_refused' && records.has(record) && !arrived.has(id))
    .map(({ id }) => id);
}
