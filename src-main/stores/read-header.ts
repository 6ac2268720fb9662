// The header of a stored change without its checks: it was checked before it was stored.

import { z } from 'zod';
import { required } from '../../src-shared/base/assert.ts';
import type { ChangeId } from '../../src-shared/history/ids.ts';
import { isChangeId } from '../../src-shared/history/ids.ts';

const stored = z.object({ prev: z.custom<ChangeId>(isChangeId).nullable() });

export function readHeader(header: Uint8Array): z.infer<typeof stored> {
  const read = stored.safeParse(JSON.parse(Buffer.from(header).toString('utf8')));
  return required(read.data, 'a stored header was checked before it was stored');
}
