// Takes answer bundles in: every one is checked whole first, then taken step by step like the answers of a sync over the
// network, each step one transaction that may be repeated. Taken twice, late or in another order, nothing changes (U17).

import { type FoundBundle, findBundles } from '../../src-node/bundles/find-parts.ts';
import type { OpenBundle } from '../../src-node/bundles/open-bundle.ts';
import type { BundleWork } from '../../src-node/bundles/work.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Desk } from '../records/desk.ts';
import type { Person } from '../records/people.ts';
import { appendAudit } from '../stores/audit-store.ts';
import { bundleById, noteAnswer, setBundleState } from '../stores/bundle-store.ts';
import { startPageThread } from '../sync/page-reader.ts';
import type { Pace } from '../sync/take-page.ts';
import { openAnswer } from './open-answer.ts';
import { readAnswer } from './read-answer.ts';
import { type Taken, takeAnswer } from './take-answer.ts';

export type ImportedAnswers = Taken & { readonly bundles: number };

/** Problems: `sync_not_enrolled`, every `bundle_` one, `job_cancelled`; then nothing of any of them was written. */
export async function importAnswers(
  desk: Desk,
  person: Person,
  places: readonly string[],
  pace: Pace,
  work: BundleWork,
): Promise<Result<ImportedAnswers, Problem>> {
  const found = await findBundles(places);
  if (!found.ok) return found;
  const opened: OpenBundle[] = [];
  try {
    const problem = await openAll(desk, found.value, opened, work);
    if (problem !== null) return err(problem);
    return await takeAll(desk, person, opened, pace, work);
  } finally {
    for (const one of opened) await one.close();
  }
}

/** Every one is opened and checked before the first is taken in. Gives what is wrong with one of them, or null. */
async function openAll(
  desk: Desk,
  found: readonly FoundBundle[],
  opened: OpenBundle[],
  work: BundleWork,
): Promise<Problem | null> {
  for (const one of meantForUs(found)) {
    const answer = await openAnswer(desk, one, work);
    if (!answer.ok) return answer.problem;
    opened.push(answer.value);
    const read = await readAnswer(answer.value);
    if (!read.ok) return read.problem;
  }
  // The older first, so that what is said last is what holds.
  opened.sort((left, right) => left.manifest.at - right.manifest.at);
  return null;
}

/** A stick that comes back also has what this desk wrote on it; where there are answers, only they are meant. */
function meantForUs(found: readonly FoundBundle[]): readonly FoundBundle[] {
  const answers = found.filter(({ name }) => /^(?:answer|start)-/.test(name));
  return answers.length === 0 ? found : answers;
}

async function takeAll(
  desk: Desk,
  person: Person,
  opened: readonly OpenBundle[],
  pace: Pace,
  work: BundleWork,
): Promise<Result<ImportedAnswers, Problem>> {
  const thread = startPageThread();
  let sum: ImportedAnswers = { bundles: 0, received: 0, refused: 0, waiting: 0, fresh: 0, files: 0 };
  try {
    for (const bundle of opened) {
      const read = await readAnswer(bundle);
      if (!read.ok) return read;
      const taken = await takeAnswer(desk, bundle, read.value, { reader: thread.read, pace }, work);
      if (!taken.ok) return taken;
      const noted = noteTaken(desk, person, bundle, taken.value);
      if (!noted.ok) return noted;
      sum = added(sum, taken.value);
    }
    return ok(sum);
  } finally {
    await thread.stop();
  }
}

function added(sum: ImportedAnswers, taken: Taken): ImportedAnswers {
  return {
    bundles: sum.bundles + 1,
    received: sum.received + taken.received,
    refused: sum.refused + taken.refused,
    waiting: sum.waiting + taken.waiting,
    fresh: sum.fresh + taken.fresh,
    files: sum.files + taken.files,
  };
}

/** Written last: until then a repeated import takes everything once more, which changes nothing. */
function noteTaken(desk: Desk, person: Person, { manifest }: OpenBundle, taken: Taken): Result<null, Problem> {
  const at = desk.tools.now();
  return desk.database.write((writing) => {
    noteAnswer(writing, { id: manifest.id, number: manifest.number, at, account: person.id });
    for (const { id } of manifest.answers) {
      const stick = bundleById(writing, id);
      if (stick !== null && stick.state !== 'begun') setBundleState(writing, stick.number, 'answered');
    }
    const { received, refused, fresh, files } = taken;
    const detail = { answer: manifest.number, received, refused, fresh, files };
    appendAudit(writing, { at, account: person.id, action: 'bundle_imported', record: '', detail });
    return ok(null);
  });
}
