// A page from its bytes to parts small enough to be taken in between two key strokes.

import type { Cryptography } from '../../src-shared/history/cryptography.ts';
import { type PartsReading, readPageInParts } from '../../src-shared/sync/desk/read-page.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import { decodePage } from '../../src-shared/sync/format/page.ts';

const entriesOfPart = 4;

export function readPageBytes(bytes: Uint8Array, cursor: LogPoint, crypto: Cryptography): PartsReading {
  const page = decodePage(bytes);
  return page.ok ? readPageInParts(page.value, cursor, crypto, entriesOfPart) : { reading: 'wrong' };
}
