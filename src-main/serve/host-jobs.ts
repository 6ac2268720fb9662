// The long work of one desk's process.

import { newRecordId } from '../records/new-ids.ts';
import type { HostOptions } from './desk-host.ts';
import { Jobs } from './jobs.ts';

/** Told to whoever started it. */
export function createJobs({ syncClocks, log, tools }: HostOptions, changed: () => void): Jobs {
  const newId = () => newRecordId(tools.now(), tools.crypto);
  return new Jobs({ steady: syncClocks.steady, now: tools.now, newId, changed, log });
}
