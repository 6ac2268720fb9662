// Opens an answer bundle and makes sure that it is whole, from this desk's own centre and for this desk, before anything
// of it is believed (U6, U17).

import type { FoundBundle } from '../../src-node/bundles/find-parts.ts';
import { checkEntries, type OpenBundle, openBundle } from '../../src-node/bundles/open-bundle.ts';
import type { BundleWork } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, type Result } from '../../src-shared/base/result.ts';
import { type BundleManifest, bundleVersion, checkManifestSignature } from '../../src-shared/bundles/manifest.ts';
import { protocolVersion } from '../../src-shared/sync/format/messages.ts';
import type { Desk } from '../records/desk.ts';
import { centreKeyOf } from '../sync/enrolment.ts';
import { type BundleKeys, bundleKeys } from './bundle-keys.ts';

/**
 * Problems: `sync_not_enrolled`, and every `bundle_` one. Whoever gets it has to close it.
 */
export async function openAnswer(
  desk: Desk,
  found: FoundBundle,
  work: BundleWork,
): Promise<Result<OpenBundle, Problem>> {
  const keys = bundleKeys(desk);
  if (!keys.ok) return keys;
  const opened = await openBundle(found, keys.value.identity, work);
  if (!opened.ok) return opened;
  const problem = foreignness(desk, keys.value, opened.value);
  const checked = problem === null ? await checkEntries(opened.value, work) : err(problem);
  if (checked.ok) return opened;
  await opened.value.close();
  return checked;
}

/** Why it is not for here; null where it is. */
function foreignness(desk: Desk, { enrolment }: BundleKeys, { manifest, signed }: OpenBundle): Problem | null {
  if (manifest.centre !== enrolment.centre) return { code: 'bundle_other_centre' };
  const { publicKey, verify } = centreKeyOf(enrolment);
  const isSigned = checkManifestSignature(signed, publicKey, verify, desk.tools.crypto);
  if (!isSigned.ok) return isSigned.problem;
  return mismatch(desk, manifest);
}

function mismatch(desk: Desk, { way, device, name, oldestProtocol }: BundleManifest): Problem | null {
  if (way === 'up') return { code: 'bundle_wrong_way' };
  if (device !== desk.device.signer.device) return { code: 'bundle_other_desk', facts: { name } };
  if (oldestProtocol > protocolVersion)
    return { code: 'bundle_newer', facts: { version: oldestProtocol, known: bundleVersion } };
  return null;
}
