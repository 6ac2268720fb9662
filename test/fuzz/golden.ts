// The golden files of the compatibility tests, as honest inputs.

import { readFileSync } from 'node:fs';
import { z } from 'zod';

const history = z.object({
  changes: z.array(z.object({ header: z.string(), body: z.string(), signature: z.string().nullable() })),
  erasure: z.object({ bytes: z.string() }),
  projection: z.string(),
});
const sync = z.object({
  centreKey: z.string(),
  push: z.string(),
  page: z.string(),
  receipt: z.string(),
  manifest: z.string(),
});

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../compatibility/${name}`, import.meta.url), 'utf8'));
}

export function goldenHistory(): z.infer<typeof history> {
  return history.parse(read('history-v1.json'));
}

export function goldenSync(): z.infer<typeof sync> {
  return sync.parse(read('sync-v1.json'));
}
