// Takes in bundles that connected desks carry for others, one at a time, and keeps the answers for them to fetch. The
// carrier can read neither: both are encrypted, to the centre and to the desk.

import { randomUUID } from 'node:crypto';
import { findBundles } from '../../src-node/bundles/find-parts.ts';
import type { BundleWork } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { bundleLimits } from '../../src-shared/bundles/bundle-limits.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';
import type { Centre } from '../sync/centre.ts';
import { type CarriedFiles, type CarriedOutcome, type CarriedState, carriedName } from './carried-files.ts';
import { type ImportReport, importBundles } from './import-bundles.ts';
import { bundleReport } from './import-report.ts';
import type { Taking } from './take-bundle.ts';

export type CarriedBundles = {
  /** Keeps the bundle and begins to take it in, also one that came before. Gives its id, the SHA-256 of what came. */
  receive(stream: AsyncIterable<Uint8Array>, carrier: DeviceId): Promise<Result<string, Problem>>;
  /** Null where it is to be sent again. */
  stateOf(id: string): Promise<CarriedState | null>;
  pathOf(id: string, name: string): string;
  /** Removes what nobody has fetched for a week. */
  cleanUp(): Promise<void>;
  /** Breaks off after the transaction under way. */
  stop(): Promise<void>;
};

export type CarriedOptions = Omit<Taking, 'carrier'> & {
  readonly centre: Centre;
  readonly files: CarriedFiles;
  /** Bytes of one bundle. */
  readonly bundleBytes: number;
};

const week = 7 * 24 * 3_600_000;
/** ms between two signs that a bundle is being worked on. */
const pulse = 5_000;

export function createCarriedBundles({ centre, files, bundleBytes, ...taking }: CarriedOptions): CarriedBundles {
  const stopping = new AbortController();
  const underWay = new Set<string>();
  const work: BundleWork = { signal: stopping.signal, progress: () => undefined };
  let last: Promise<void> = Promise.resolve();

  async function takeIn(id: string, carrier: DeviceId): Promise<void> {
    if (stopping.signal.aborted) return;
    const folder = files.pathOf(id, randomUUID());
    const found = await findBundles([files.pathOf(id, carriedName)]);
    const target = { folder, partBytes: bundleLimits.bytes, withFiles: true, files: taking.place.files };
    const importing = { ...taking, carrier, target, isRehearsal: false };
    const report = found.ok ? await importBundles(centre, found.value, importing, work) : found;
    // A fault of the database or the disk is told to nobody: the carrier sends the bundle again.
    if (report.ok) await files.finish(id, outcomeOf(report.value, folder));
  }

  async function run(id: string, carrier: DeviceId): Promise<void> {
    const signs = setInterval(() => void files.touch(id).catch(() => undefined), pulse);
    try {
      await takeIn(id, carrier);
    } catch {
      // Looked at again when the carrier asks and finds nothing.
    } finally {
      clearInterval(signs);
      underWay.delete(id);
    }
  }

  return {
    async receive(stream, carrier) {
      const received = await files.receive(stream, bundleBytes);
      if (!received.ok || underWay.has(received.value)) return received;
      const id = received.value;
      underWay.add(id);
      await files.touch(id);
      last = last.then(() => run(id, carrier));
      return ok(id);
    },
    stateOf: async (id) => (underWay.has(id) ? { state: 'working' } : files.stateOf(id)),
    pathOf: files.pathOf,
    cleanUp: () => files.sweep(centre.now() - week),
    async stop() {
      stopping.abort();
      await last;
    },
  };
}

function outcomeOf({ desks, notUsed }: ImportReport, folder: string): CarriedOutcome {
  const [desk] = desks;
  const [result] = desk?.taken ?? [];
  const problem = notUsed[0]?.problem ?? null;
  if (desk === undefined || result === undefined)
    return { bundle: null, problem: problem && { ...problem }, answer: null };
  const { device, number, accepted, known, waiting, refused, filesConfirmed } = bundleReport(result, null, 'zh');
  const { answer } = desk;
  return {
    bundle: { device, number, accepted, known, waiting, refused, files: filesConfirmed },
    problem: null,
    answer: answer === null ? null : { path: `${folder}/${answer.name}`, name: answer.name, bytes: answer.bytes },
  };
}
