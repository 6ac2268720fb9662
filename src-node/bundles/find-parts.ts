// Which files are the parts of which bundle: by name, in any order, the rest of a bundle found beside the part that was
// named. A missing part is named before anything is read (U4).

import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { readPartName, sumsFileName } from '../../src-shared/bundles/bundle-name.ts';
import type { PartFile } from './joined-parts.ts';
import { mediaProblemOrThrow } from './media-problem.ts';

export type FoundBundle = {
  readonly name: string;
  /** In their order. */
  readonly parts: readonly PartFile[];
  /** SHA-256 by file name, from the file written last; null where there is none. */
  readonly sums: ReadonlyMap<string, string> | null;
};

type Named = { readonly bundle: string; readonly part: number; readonly parts: number; readonly path: string };

/**
 * @param places files, or folders of which every bundle is meant
 * Problems: `bundle_not_found`, `bundle_part_missing`, `bundle_media_gone`.
 */
export async function findBundles(places: readonly string[]): Promise<Result<readonly FoundBundle[], Problem>> {
  try {
    const named = (await Promise.all(places.map(partsAt))).flat();
    if (named.length === 0) return err({ code: 'bundle_not_found', facts: { place: places.join('、') } });
    const found: FoundBundle[] = [];
    for (const parts of groupedByBundle(named)) {
      const bundle = await findWhole(parts);
      if (!bundle.ok) return bundle;
      found.push(bundle.value);
    }
    return ok(found);
  } catch (error) {
    return err(mediaProblemOrThrow(error, places.join('、')));
  }
}

async function partsAt(place: string): Promise<readonly Named[]> {
  if ((await stat(place)).isDirectory()) {
    const names = (await readdir(place)).sort();
    return names.flatMap((name) => toNamed(join(place, name), readPartName(name)));
  }
  if (place.endsWith('.sha256')) return partsBeside(place.slice(0, -'.sha256'.length));
  // A file that was given another name is still opened for what it is.
  return toNamed(place, readPartName(basename(place)) ?? { bundle: basename(place), part: 1, parts: 1 });
}

async function partsBeside(whole: string): Promise<readonly Named[]> {
  return (await partsAt(dirname(whole))).filter(({ bundle }) => bundle === basename(whole));
}

function toNamed(path: string, name: Omit<Named, 'path'> | null): readonly Named[] {
  return name === null ? [] : [{ ...name, path }];
}

function groupedByBundle(named: readonly Named[]): readonly (readonly Named[])[] {
  return [...Map.groupBy(named, ({ bundle, parts, path }) => `${bundle} ${parts} ${parts === 1 ? path : ''}`).values()];
}

async function findWhole(given: readonly Named[]): Promise<Result<FoundBundle, Problem>> {
  const [first] = given;
  if (first === undefined) return err({ code: 'bundle_not_found', facts: { place: '' } });
  const { bundle, parts: count } = first;
  const folder = dirname(first.path);
  const known = count === 1 ? given : [...given, ...(await partsBeside(join(folder, bundle)))];
  const parts: PartFile[] = [];
  for (let part = 1; part <= count; part += 1) {
    const path = known.find((one) => one.part === part && one.parts === count)?.path;
    if (path === undefined)
      return err({ code: 'bundle_part_missing', facts: { name: bundle, missing: part, parts: count } });
    parts.push({ path, bytes: (await stat(path)).size });
  }
  return ok({ name: bundle, parts, sums: await readSums(join(folder, sumsFileName(bundle))) });
}

/** Lines of `sha256sum`; null where there is no such file. */
async function readSums(path: string): Promise<ReadonlyMap<string, string> | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null || text.length > 1024 * 1024) return null;
  const lines = [...text.matchAll(/^(?<sum>[0-9a-f]{64}) [ *](?<name>.+)$/gm)];
  return new Map(lines.map(({ groups }) => [groups?.['name'] ?? '', groups?.['sum'] ?? '']));
}
