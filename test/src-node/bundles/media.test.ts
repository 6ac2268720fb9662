// What a stick does to whoever writes or reads it: it lies, is pulled, is read-only, takes long; and people change their mind.

import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkEntries, openBundle } from '../../../src-node/bundles/open-bundle.ts';
import { quietWork } from '../../../src-node/bundles/work.ts';
import { ageIdentityOf } from '../../../src-node/trust/agree-keys.ts';
import { countFaults } from '../../support/count-faults.ts';
import { blobOf, centreSeed, foundAt, temporaryFolder, writeSample } from '../../support/made-bundle.ts';

const identity = ageIdentityOf(centreSeed);
const signal = new AbortController().signal;
const large = () => [blobOf(new Uint8Array(6_000_000).fill(7))];

/** Work that does something once so many bytes are done. */
function workThat(atBytes: number, act: () => void) {
  let isDone = false;
  const progress = (done: number) => {
    if (isDone || done < atBytes) return;
    isDone = true;
    act();
  };
  return { signal, progress };
}

it('[U9] what the stick keeps otherwise than it was written is found by reading it back, and nothing of it stays', async () => {
  using folder = temporaryFolder();
  const work = workThat(300_000, () => {
    const [name = ''] = readdirSync(folder.path);
    const file = openSync(join(folder.path, name), 'r+');
    writeSync(file, 'worn out', 1_000);
    closeSync(file);
  });
  const written = await writeSample(folder.path, { work });
  expect(written.ok ? null : written.problem.code).toBe('bundle_read_back');
  expect(readdirSync(folder.path)).toEqual([]);
});

it('[U9] a stick that is pulled while it is written is said to be gone', async () => {
  using folder = temporaryFolder();
  const work = workThat(100_000, () => rmSync(folder.path, { recursive: true }));
  const written = await writeSample(folder.path, { work, entries: large() });
  expect(written).toEqual({ ok: false, problem: { code: 'bundle_media_gone', facts: { place: folder.path } } });
  countFaults({ fault: 'stick pulled', injected: 1, looked: 0, lost: 0 });
});

it('[U6] a stick that is pulled while it is read is said to be gone', async () => {
  using folder = temporaryFolder();
  await writeSample(folder.path, { entries: large() });
  const opened = await openBundle(await foundAt(folder.path), identity, quietWork);
  if (!opened.ok) throw new Error(opened.problem.code);
  const checked = await checkEntries(
    opened.value,
    workThat(1_000_000, () => void opened.value.close()),
  );
  expect(checked.ok ? null : checked.problem.code).toBe('bundle_media_gone');
});

it('[U9] a read-only stick is said to be one', () => {
  using folder = temporaryFolder();
  chmodSync(folder.path, 0o555);
  const program = join(import.meta.dirname, '../../support/read-only-medium-child.ts');
  const said = execFileSync(process.execPath, [program, folder.path], { encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual({
    ok: false,
    problem: { code: 'bundle_media_read_only', facts: { place: folder.path } },
  });
  countFaults({ fault: 'read-only stick', injected: 1, looked: 0, lost: 0 });
});

it('[U9] progress is told at every MiB at least, of writing, of reading back, of checking', async () => {
  using folder = temporaryFolder();
  const told: number[] = [];
  const work = { signal, progress: (done: number) => void told.push(done) };
  await writeSample(folder.path, { work, entries: large() });
  const opened = await openBundle(await foundAt(folder.path), identity, work);
  if (!opened.ok) throw new Error(opened.problem.code);
  await checkEntries(opened.value, work);
  await opened.value.close();
  const steps = told.slice(1).map((done, index) => done - (told[index] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(1024 * 1024);
  expect(told.filter((done, index) => done < (told[index - 1] ?? 0))).toHaveLength(2);
});

it('cancelling is honoured at the next piece, whether it is written, read back, summed or checked', async () => {
  using folder = temporaryFolder();
  await writeSample(folder.path, { entries: large() });
  const before = readdirSync(folder.path);
  /** Steps of progress told after the signal. */
  const after = async (atBytes: number, run: (work: typeof quietWork) => Promise<unknown>) => {
    const stopping = new AbortController();
    let late = 0;
    const progress = (done: number) => {
      if (stopping.signal.aborted) late += 1;
      else if (done >= atBytes) stopping.abort();
    };
    const result = await run({ signal: stopping.signal, progress });
    return { result, late };
  };
  const cancelled = { result: { ok: false, problem: { code: 'job_cancelled' } }, late: 0 };
  const write = (work: typeof quietWork) => writeSample(folder.path, { work, entries: large() });
  expect(await after(1_000_000, write)).toEqual(cancelled);
  expect(await after(7_000_000, write)).toEqual(cancelled);
  expect(readdirSync(folder.path)).toEqual(before);
  const found = await foundAt(folder.path);
  expect(await after(1, (work) => openBundle(found, identity, work))).toEqual(cancelled);
  const opened = await openBundle(found, identity, quietWork);
  if (!opened.ok) throw new Error(opened.problem.code);
  expect(await after(1_000_000, (work) => checkEntries(opened.value, work))).toEqual(cancelled);
  await opened.value.close();
});
