// The way to the centre, as the window shows it.

import type { CentreView } from '../../src-shared/contract/delivery-views.ts';
import { isDoubtful } from '../../src-shared/sync/desk/clock-evidence.ts';
import type { Desk } from '../records/desk.ts';
import { latestOffset } from '../stores/clock-store.ts';
import { readEnrolment } from './enrolment.ts';
import type { SyncEngine } from './sync-engine.ts';

export function centreView({ database: { reading } }: Desk, engine: SyncEngine): CentreView {
  const enrolment = readEnrolment(reading);
  const offset = latestOffset(reading);
  return {
    ...engine.state(),
    url: enrolment?.url ?? '',
    name: enrolment?.name ?? '',
    clock: offset === null ? null : { offset: offset.offset, error: offset.error, doubtful: isDoubtful(offset) },
  };
}
