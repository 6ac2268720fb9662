// One piece of long work as a page follows it.

import { useEffect, useRef } from 'react';
import type { JobView } from '../../src-shared/contract/job-views.ts';
import { useAsk } from './use-ask.ts';
import { useDesk } from './use-desk.ts';

/** ms between two looks at work that runs; news of it comes sooner. */
const looking = 2_000;

/** @param id null before it was started
 *  @param onEnd called once when the work has ended, however it ended */
export function useJob(id: string | null, onEnd?: (job: JobView) => unknown): JobView | undefined {
  const { queries } = useDesk();
  const { data } = useAsk(
    queries.jobs.list.queryOptions({ enabled: id !== null, refetchInterval: id === null ? false : looking }),
  );
  const job = data?.find((each) => each.id === id);
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (job === undefined || job.state === 'running' || told.current === job.id) return;
    told.current = job.id;
    onEnd?.(job);
  }, [job, onEnd]);
  return job;
}
