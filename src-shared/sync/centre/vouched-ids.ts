// Which changes of a push a good signature stands on or after. One signature vouches for a whole group, so an import of
// ten thousand rows is checked ten times and not ten thousand times.

import type { Verify } from '../../history/cryptography.ts';
import { changeSigningBytes } from '../../history/hashes.ts';
import type { ChangeId, DeviceId, IncarnationId, ScopeId } from '../../history/ids.ts';

/** A link of a chain: all that a signature needs. Known from the header alone, so a bad body breaks no chain. */
export type ChainLink = {
  readonly id: ChangeId;
  readonly prev: ChangeId | null;
  readonly scope: ScopeId;
  readonly device: DeviceId;
  readonly incarnation: IncarnationId;
  readonly n: number;
  readonly signature: Uint8Array | null;
};

/** @param publicKeyOf null for a device nobody knows, whose signatures mean nothing */
export function vouchedIds(
  links: readonly ChainLink[],
  publicKeyOf: (device: DeviceId) => Uint8Array | null,
  verify: Verify,
): ReadonlySet<ChangeId> {
  const vouched = new Set<ChangeId>();
  const vouchedBefore = new Map<ChangeId, ChainLink>();
  for (const link of links.toSorted((left, right) => right.n - left.n)) {
    const after = vouchedBefore.get(link.id);
    const isVouched = (after !== undefined && follows(after, link)) || isSigned(link, publicKeyOf, verify);
    if (!isVouched) continue;
    vouched.add(link.id);
    if (link.prev !== null) vouchedBefore.set(link.prev, link);
  }
  return vouched;
}

/** Only the same chain hands its trust on: a device cannot vouch for another by naming it as its predecessor. */
function follows(after: ChainLink, before: ChainLink): boolean {
  return (
    after.n === before.n + 1 &&
    after.device === before.device &&
    after.incarnation === before.incarnation &&
    after.scope === before.scope
  );
}

function isSigned(
  { id, device, signature }: ChainLink,
  publicKeyOf: (device: DeviceId) => Uint8Array | null,
  verify: Verify,
): boolean {
  const publicKey = signature === null ? null : publicKeyOf(device);
  return signature !== null && publicKey !== null && verify(publicKey, changeSigningBytes(id), signature);
}
