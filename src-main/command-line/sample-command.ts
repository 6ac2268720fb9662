// `sample`: a desk full of sample records in an empty directory; everybody on it has the same, printed password.

import { join } from 'node:path';
import { productFolder } from '../print/product-files.ts';
import { createSampleDesk } from '../serve/sample-desk.ts';
import { thisMachineOptions } from '../serve/this-machine.ts';
import { unwrap } from './command-problem.ts';
import type { DeskAccess } from './desk-access.ts';
import { directoryOf, type Environment } from './options.ts';

/** Problems: `no_directory`, `desk_exists`, `desk_in_use`, `disk_…`. */
export function makeSampleDesk(environment: Environment): DeskAccess['makeSample'] {
  return async (options) => {
    const directory = unwrap(directoryOf(options, environment));
    return unwrap(await createSampleDesk(thisMachineOptions(directory), join(productFolder(), 'resources', 'sample')));
  };
}
