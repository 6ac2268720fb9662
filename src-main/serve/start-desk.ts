// Takes a desk directory for this process; a sample desk is made first where there is none.

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { productFolder } from '../print/product-files.ts';
import { deskPresence } from '../records/desk-files.ts';
import { clearLeftovers } from './clear-leftovers.ts';
import { type DeskHost, hostDesk } from './desk-host.ts';
import { createSampleDesk } from './sample-desk.ts';
import { thisMachineOptions } from './this-machine.ts';

/** Problems: `desk_in_use`, `disk_…`. */
export async function startDesk({
  directory,
  sample,
}: {
  readonly directory: string;
  readonly sample: boolean;
}): Promise<Result<DeskHost, Problem>> {
  const options = thisMachineOptions(directory);
  clearLeftovers(tmpdir(), options.tools.now());
  const made =
    sample && deskPresence(directory) === 'absent'
      ? await createSampleDesk(options, join(productFolder(), 'resources', 'sample'))
      : ok(null);
  return made.ok ? hostDesk(options) : made;
}
