// After bundles were taken in beside a running centre: what is new of records that several scopes see is passed on here,
// since nobody else is told of it.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { RecordId } from '../../src-shared/history/ids.ts';
import { sharedOf } from '../stores/place-store.ts';
import type { Centre } from '../sync/centre.ts';
import { spreadRecord } from '../sync/place-records.ts';

export async function spreadAdmitted(centre: Centre, records: ReadonlySet<RecordId>): Promise<Result<null, Problem>> {
  for (const record of await sharedOf(centre.database.reading, [...records])) {
    const passed = await spreadRecord(centre, record);
    if (!passed.ok) return passed;
  }
  return ok(null);
}
