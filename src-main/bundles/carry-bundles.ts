// A desk with a network carries the sticks of desks without one: their bundles go to the centre as they are, the answers come
// onto the same stick. It can read neither, and needs no right to what is in them.

import { setTimeout as pause } from 'node:timers/promises';
import { type FoundBundle, findBundles } from '../../src-node/bundles/find-parts.ts';
import { JoinedParts } from '../../src-node/bundles/joined-parts.ts';
import { mediaProblem } from '../../src-node/bundles/media-problem.ts';
import { PartWriter } from '../../src-node/bundles/part-writer.ts';
import { type BundleWork, cancelled, quietWork } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problemNamed } from '../../src-shared/base/problem-named.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { bundleLimits } from '../../src-shared/bundles/bundle-limits.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { appendAudit } from '../stores/audit-store.ts';
import type { CentreLink } from '../sync/centre-link.ts';
import { problemOf } from '../sync/enrolment.ts';
import { askState, type CarriedBundle, type CarryAccess, fetchAnswer, sendBundle } from './carry-requests.ts';

/** Sums over all bundles that were carried. */
export type Carried = {
  readonly bundles: number;
  readonly received: number;
  readonly waiting: number;
  readonly refused: number;
  readonly files: number;
};

/**
 * @param places of bundles of other desks. @param folder where the answers are written: the same stick
 * Problems: `sync_unreachable` and others of the way to the centre, what the centre says of a bundle, those of the medium,
 * `job_cancelled`. Bundles carried before that are carried.
 */
export async function carryBundles(
  desk: Desk,
  person: Person,
  link: CentreLink,
  { places, folder }: { readonly places: readonly string[]; readonly folder: string },
  work: BundleWork,
): Promise<Result<Carried, Problem>> {
  const found = await findBundles(places);
  if (!found.ok) return found;
  let sum: Carried = { bundles: 0, received: 0, waiting: 0, refused: 0, files: 0 };
  for (const one of found.value.filter(({ name }) => !/^(?:answer|start)-/.test(name))) {
    const done = await carryOne(link, one, folder, work);
    if (!done.ok) return done;
    sum = added(sum, done.value);
    noteCarried(desk, person, one.name);
  }
  return sum.bundles === 0 ? err({ code: 'bundle_not_found', facts: { place: places.join('、') } }) : ok(sum);
}

function added(sum: Carried, { bundle }: CarriedBundle): Carried {
  return {
    bundles: sum.bundles + 1,
    received: sum.received + (bundle?.accepted ?? 0) + (bundle?.known ?? 0),
    waiting: sum.waiting + (bundle?.waiting ?? 0),
    refused: sum.refused + (bundle?.refused ?? 0),
    files: sum.files + (bundle?.files ?? 0),
  };
}

function noteCarried({ database, tools }: Desk, person: Person, name: string): void {
  database.write((writing) => {
    const detail = { name };
    appendAudit(writing, { at: tools.now(), account: person.id, action: 'bundle_carried', record: '', detail });
    return ok(null);
  });
}

async function carryOne(
  link: CentreLink,
  found: FoundBundle,
  folder: string,
  work: BundleWork,
): Promise<Result<CarriedBundle, Problem>> {
  try {
    const access = await accessFor(link);
    if (!access.ok) return access;
    const id = await send(access.value, found, work);
    if (id === null) return err(cancelled);
    const done = await waitFor(link, id, work);
    if (!done.ok) return done;
    const { problem, answer } = done.value;
    if (problem !== null) return err(problemNamed(problem.code, problem.facts));
    return answer === null ? done : await bringBack(link, id, { folder, name: answer.name }, done.value, work);
  } catch (error) {
    return err(mediaProblem(error, folder) ?? { code: 'sync_unreachable' });
  }
}

async function accessFor(link: CentreLink): Promise<Result<CarryAccess, Problem>> {
  const token = await link.token();
  const enrolment = link.enrolment();
  if (!token.ok) return err(problemOf(token.failure));
  if (enrolment === null) return err({ code: 'sync_not_enrolled' });
  const { url, authority } = enrolment;
  return ok({ address: { url, authority }, token: token.value });
}

const pieceBytes = 1024 * 1024;

/** All parts as one file; null where it was called off. */
async function send(
  access: CarryAccess,
  { parts }: FoundBundle,
  { signal, progress }: BundleWork,
): Promise<string | null> {
  const file = await JoinedParts.open(parts);
  async function* pieces() {
    for (let at = 0; at < file.bytes && !signal.aborted; ) {
      const piece = await file.read(at, pieceBytes);
      at += piece.length;
      progress(at, file.bytes);
      yield piece;
    }
    if (signal.aborted) throw new Error('called off');
  }
  try {
    return await sendBundle(access, file.bytes, pieces());
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  } finally {
    await file.close();
  }
}

/** ms between two questions. */
const between = 500;

async function waitFor(link: CentreLink, id: string, { signal }: BundleWork): Promise<Result<CarriedBundle, Problem>> {
  for (;;) {
    if (signal.aborted) return err(cancelled);
    const access = await accessFor(link);
    if (!access.ok) return access;
    const state = await askState(access.value, id);
    if (state === null) return err({ code: 'bundle_not_here' });
    if (state.state === 'done') return ok(state);
    await pause(between);
  }
}

/** Read back before it has its name, like everything on a stick. */
async function bringBack(
  link: CentreLink,
  id: string,
  { folder, name }: { readonly folder: string; readonly name: string },
  done: CarriedBundle,
  work: BundleWork,
): Promise<Result<CarriedBundle, Problem>> {
  const access = await accessFor(link);
  if (!access.ok) return access;
  const parts = new PartWriter(folder, name, bundleLimits.partBytes);
  try {
    for await (const piece of await fetchAnswer(access.value, id)) await parts.write(piece);
    const unlike = await parts.readBack(quietWork);
    if (unlike !== null || work.signal.aborted) {
      await parts.abandon();
      return err(unlike === null ? cancelled : { code: 'bundle_read_back', facts: { name: unlike } });
    }
    await parts.finish();
    return ok(done);
  } catch (error) {
    await parts.abandon();
    throw error;
  }
}
