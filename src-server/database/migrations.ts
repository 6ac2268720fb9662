// Every version the centre's database has had, oldest first.

import type { Migration } from './migration.ts';
import { statements as centre1 } from './migrations/0001-centre.ts';
import { statements as orders2 } from './migrations/0002-orders.ts';
import { statements as numbers3 } from './migrations/0003-numbers.ts';
import { statements as bundles4 } from './migrations/0004-bundles.ts';
import { statements as secrets5 } from './migrations/0005-secrets.ts';
import { statements as uploadLeases6 } from './migrations/0006-upload-leases.ts';
import { statements as wantedBlobs7 } from './migrations/0007-wanted-blobs.ts';
import { statements as blobsToClear8 } from './migrations/0008-blobs-to-clear.ts';

export const migrations: readonly Migration[] = [
  { version: 1, statements: centre1 },
  { version: 2, statements: orders2 },
  { version: 3, statements: numbers3 },
  { version: 4, statements: bundles4 },
  { version: 5, statements: secrets5 },
  { version: 6, statements: uploadLeases6 },
  { version: 7, statements: wantedBlobs7 },
  { version: 8, statements: blobsToClear8 },
];
