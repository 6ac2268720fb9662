// Where the product's own files are (print styles, fonts, sample records): beside its package.json, whether it runs from
// sources, from the build or from an installed package.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assert } from '../../src-shared/base/assert.ts';

function isProductFolder(folder: string): boolean {
  const file = join(folder, 'package.json');
  return existsSync(file) && readFileSync(file, 'utf8').includes('"name": "case-desk"');
}

/** The folder that holds the product's package.json. */
export function productFolder(from: string = import.meta.dirname): string {
  if (isProductFolder(from)) return from;
  assert(dirname(from) !== from, 'the product runs below the folder of its package.json');
  return productFolder(dirname(from));
}

/** The folder of an installed package; not by `require.resolve`, which a package may forbid for all but its code. */
export function packageFolder(name: string): string {
  return join(productFolder(), 'node_modules', name);
}
