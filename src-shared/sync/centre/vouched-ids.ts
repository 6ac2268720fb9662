// Which changes of a push a good signature stands on or after. One signature vouches for a whole group, so an import of
// ten thousand rows is checked ten times and not ten thousand times.

import type { Verify } from '../../history/cryptography.ts';
import { changeSigningBytes } from '../../history/hashes.ts';
import type { ChangeId, DeviceId, IncarnationId, ScopeId } from '../../history/ids.ts';

/** A link of a chain: all that a signature needs. */
export type ChainLink = {
  readonly id: ChangeId;
  readonly prev: ChangeId | null;
  readonly scope: ScopeId;
  readonly device: DeviceId;
  readonly incarnation: IncarnationId;
  readonly n: number;
  readonly signature: Uint8Array | null;
};

/** Checks each signature once, however often it is asked about. A device nobody knows has signed nothing. */
export function signatureCheck(
  publicKeyOf: (device: DeviceId) => Uint8Array | null,
  verify: Verify,
): (link: ChainLink) => boolean {
  const results = new Map<ChangeId, boolean>();
  return ({ id, device, signature }) => {
    const known = results.get(id);
    if (known !== undefined) return known;
    const publicKey = signature === null ? null : publicKeyOf(device);
    const isGood = signature !== null && publicKey !== null && verify(publicKey, changeSigningBytes(id), signature);
    results.set(id, isGood);
    return isGood;
  };
}

export function vouchedIds(links: readonly ChainLink[], isSigned: (link: ChainLink) => boolean): ReadonlySet<ChangeId> {
  const vouched = new Set<ChangeId>();
  const vouchedBefore = new Map<ChangeId, ChainLink>();
  for (const link of links.toSorted((left, right) => right.n - left.n)) {
    const after = vouchedBefore.get(link.id);
    if (!(after !== undefined && follows(after, link)) && !isSigned(link)) continue;
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
