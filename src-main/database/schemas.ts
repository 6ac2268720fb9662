// The two database files of a desk and every version they have had.

import type { Schema } from './migration.ts';
import { sql as attachments1 } from './migrations/0001-attachments.ts';
import { sql as desk1 } from './migrations/0001-desk.ts';
import { sql as attachments2 } from './migrations/0002-attachments.ts';
import { sql as desk2 } from './migrations/0002-sync.ts';
import { sql as desk4 } from './migrations/0004-bundles.ts';
import { sql as desk5 } from './migrations/0005-imports.ts';
import { sql as desk6 } from './migrations/0006-audit.ts';
import { sql as desk7 } from './migrations/0007-reports.ts';
import { sql as desk8 } from './migrations/0008-templates.ts';
import { sql as desk12 } from './migrations/0012-erasure.ts';
import { sql as desk13 } from './migrations/0013-measured-days.ts';
import { sql as desk14 } from './migrations/0014-log-anchors.ts';
import { sql as desk18 } from './migrations/0018-search-merging.ts';

export const deskSchema: Schema = {
  pageSize: 8192,
  migrations: [
    { version: 1, sql: desk1 },
    { version: 2, sql: desk2 },
    { version: 3, sql: desk5 },
    { version: 4, sql: desk4 },
    { version: 5, sql: desk6 },
    { version: 6, sql: desk7 },
    { version: 7, sql: desk8 },
    { version: 8, sql: desk12 },
    { version: 9, sql: desk13 },
    { version: 10, sql: desk14 },
    { version: 11, sql: desk18 },
  ],
};

/** Larger pages: almost everything in it is pieces of a megabyte. */
export const attachmentsSchema: Schema = {
  pageSize: 16384,
  migrations: [
    { version: 1, sql: attachments1 },
    { version: 2, sql: attachments2 },
  ],
};
