// Which bundles somebody brought, each by itself: one that lacks a part is named, and the others are found all the same.

import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type FoundBundle, findBundles } from '../../src-node/bundles/find-parts.ts';
import { readPartName } from '../../src-shared/bundles/bundle-name.ts';
import type { NotUsed } from './import-bundles.ts';

export type FoundEach = { readonly found: readonly FoundBundle[]; readonly notFound: readonly NotUsed[] };

/** @param places files, parts of bundles in any order, or folders */
export async function findEach(places: readonly string[]): Promise<FoundEach> {
  const files = (await Promise.all(places.map(filesAt))).flat();
  const byBundle = Map.groupBy(files, bundleAt);
  const found: FoundBundle[] = [];
  const notFound: NotUsed[] = [];
  for (const [bundle, paths] of byBundle) {
    const one = await findBundles(paths);
    if (one.ok) found.push(...one.value);
    else notFound.push({ name: bundle, problem: one.problem });
  }
  return { found: meantForCentre(found), notFound };
}

/** A folder that has no bundle in it stays what it is, and is said to have none. */
async function filesAt(place: string): Promise<readonly string[]> {
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [place];
  const names = (await readdir(place)).filter((name) => readPartName(name) !== null);
  return names.length === 0 ? [place] : names.map((name) => join(place, name));
}

function bundleAt(path: string): string {
  const named = readPartName(basename(path));
  return named === null ? path : join(dirname(path), named.bundle);
}

/** A stick that comes again also has answers on it; where there is anything else, they are not meant. */
function meantForCentre(found: readonly FoundBundle[]): readonly FoundBundle[] {
  const bundles = found.filter(({ name }) => !/^(?:answer|start)-/.test(name));
  return bundles.length === 0 ? found : bundles;
}
