// The desk's clock as the service keeps it, carried on by the window: local time at UTC+8.

import { useCallback } from 'react';
import {
  epochMsToLocal,
  type IsoDateTime,
  isoDateTime,
  localToEpochMs,
} from '../../src-shared/records/dates/iso-date-time.ts';
import { useOpenDesk } from '../desk/session.ts';
import { useDesk } from '../desk/use-desk.ts';

export function useDeskClock(): () => IsoDateTime {
  const { now } = useOpenDesk();
  const { cache, queries } = useDesk();
  return useCallback(() => {
    const readAt = cache.getQueryState(queries.desk.state.queryKey())?.dataUpdatedAt ?? Date.now();
    return epochMsToLocal(localToEpochMs(isoDateTime(now)) + Date.now() - readAt);
  }, [now, cache, queries]);
}
