// What a desk asked on its stick, answered by the same decisions as over the network: who may read what, blocks of numbers,
// names of devices.

import { bytesToHex } from '../../src-shared/base/bytes.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { BundleAnswers } from '../../src-shared/bundles/answers.ts';
import type { BundleRequests } from '../../src-shared/bundles/requests.ts';
import type { DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import { mayUse } from '../../src-shared/sync/centre/may-use.ts';
import { syncLimits } from '../../src-shared/sync/format/sync-limits.ts';
import { type Device, devicesWithAccess, readDevices } from '../stores/device-store.ts';
import { forkedIncarnations } from '../stores/fork-store.ts';
import { readScope } from '../stores/scope-store.ts';
import type { Centre } from '../sync/centre.ts';
import { leaseNumbers } from '../sync/lease-numbers.ts';

/** Scopes the desk may read now; none where it is revoked. */
export async function grantedTo(centre: Centre, device: Device): Promise<BundleAnswers['granted']> {
  const granted: BundleAnswers['granted'] = [];
  for (const scope of [...device.scopes].toSorted()) {
    const found = mayUse(device, 'read', scope) === 'allowed' ? await readScope(centre.database.reading, scope) : null;
    if (found !== null) granted.push({ scope, name: found.name });
  }
  return granted;
}

/** A block for each request the desk may make; the same request again gets the same block. */
export async function leaseAll(
  centre: Centre,
  device: Device,
  requests: BundleRequests['numbers'],
): Promise<Result<BundleAnswers['numbers'], Problem>> {
  const given: BundleAnswers['numbers'] = [];
  for (const request of requests) {
    if (mayUse(device, 'read', request.scope) !== 'allowed') continue;
    const block = await leaseNumbers(centre, device.device, request);
    if (!block.ok) return block;
    given.push({ request: request.request, ...block.value });
  }
  return ok(given);
}

/** Those that were asked for, and all that write in the scopes the desk reads: without a network it cannot ask later. */
export async function namedDevices(
  centre: Centre,
  asked: readonly DeviceId[],
  scopes: readonly ScopeId[],
): Promise<BundleAnswers['devices']> {
  const { reading } = centre.database;
  const writing = await devicesWithAccess(reading, scopes, syncLimits.directoryDevices);
  const ids = [...new Set([...asked, ...writing])].slice(0, syncLimits.directoryDevices);
  const devices = await readDevices(reading, ids);
  return devices.map(({ device, name, home, publicKey }) => ({
    device,
    name,
    scope: home,
    publicKey: bytesToHex(publicKey),
  }));
}

export async function forkedOf(centre: Centre, { device, scopes }: Device): Promise<BundleAnswers['forked']> {
  return [...(await forkedIncarnations(centre.database.reading, [...scopes], device))];
}
