// `bundle inspect`: the manifest of a bundle that is found whole and genuine, as JSON.

import { findBundles } from '../../src-node/bundles/find-parts.ts';
import { quietWork } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { checkBundle } from '../bundles/check-bundle.ts';
import type { Centre } from '../sync/centre.ts';

export async function inspectBundle(centre: Centre, file: string): Promise<Result<readonly string[], Problem>> {
  const found = await findBundles([file]);
  if (!found.ok) return found;
  const lines: string[] = [];
  for (const one of found.value) {
    const checked = await checkBundle(centre, one, quietWork);
    if (!checked.ok) return checked;
    const { open, device, sha256, requests } = checked.value;
    await open.close();
    const { files, documents, ...manifest } = open.manifest;
    const asked = { cursors: requests.cursors.length, numbers: requests.numbers.length, files: requests.blobs.length };
    const said = { file: open.name, bytes: open.bytes, desk: device.name, state: device.state, sha256, ...manifest };
    lines.push(JSON.stringify({ ...said, documents: documents.length, entries: files.length, asked }, null, 2));
  }
  return ok(lines);
}
