// What a receipt page says about one bundle, and the code that says the same to the desk.

import { sharedSecret } from '../../src-node/trust/agree-keys.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problemNamed } from '../../src-shared/base/problem-named.ts';
import { makeReceiptCode, mostExceptions, receiptCodeKey } from '../../src-shared/bundles/receipt-code.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';
import type { Verdict } from '../../src-shared/sync/format/verdict.ts';
import { isReceived } from '../../src-shared/sync/format/verdict.ts';
import type { Centre } from '../sync/centre.ts';
import type { BundleResult } from './take-bundle.ts';

/** One thing in the bundle that was not taken in. */
export type Exception = {
  /** Counted from 1: changes first, in their order, then files. */
  readonly place: number;
  readonly what: 'change' | 'file';
  readonly reason: Problem;
};

export type ReceiptFacts = {
  readonly centre: DeviceId;
  readonly device: DeviceId;
  readonly deskName: string;
  readonly number: number;
  /** SHA-256 of the manifest. */
  readonly manifest: string;
  /** When the bundle was made, by the desk's clock, and when it was taken in; ms since 1970. */
  readonly madeAt: number;
  readonly takenAt: number;
  readonly changes: number;
  readonly files: number;
  readonly exceptions: readonly Exception[];
  /** Null where more was not taken in than anybody would type. */
  readonly code: string | null;
};

export function receiptFacts(centre: Centre, { bundle, lines, blobs }: BundleResult): ReceiptFacts {
  const { manifest } = bundle.open;
  const verdicts = lines.flatMap((line) => line.verdicts);
  const changes = verdicts.flatMap((verdict, index) => exceptionOf(verdict, index + 1));
  const files = blobs.flatMap((blob, index): readonly Exception[] =>
    blob.verdict === 'confirmed'
      ? []
      : [{ place: verdicts.length + index + 1, what: 'file', reason: problemNamed(blob.code ?? '') }],
  );
  const exceptions = [...changes, ...files];
  const said = {
    centre: centre.centre,
    device: manifest.device,
    number: manifest.number,
    manifest: bundle.sha256,
  };
  const key = receiptCodeKey(sharedSecret(centre.seed, bundle.device.publicKey), centre.crypto);
  const places = exceptions.map(({ place }) => place);
  return {
    ...said,
    deskName: bundle.device.name,
    madeAt: manifest.at,
    takenAt: centre.now(),
    changes: verdicts.length,
    files: blobs.length,
    exceptions,
    code: places.length > mostExceptions ? null : makeReceiptCode(said, places, key, centre.crypto),
  };
}

function exceptionOf(verdict: Verdict, place: number): readonly Exception[] {
  if (isReceived(verdict)) return [];
  if (verdict.verdict === 'refused')
    return [{ place, what: 'change', reason: problemNamed(verdict.code, verdict.facts) }];
  return [{ place, what: 'change', reason: { code: 'sync_waiting', facts: { count: verdict.missing.length } } }];
}
