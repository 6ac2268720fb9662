// Bundles that connected desks carry, as folders of the data directory, each under the SHA-256 of the bundle: what came, what
// became of it, the answer. What is on the disk is all there is to know, so any process may be asked, and any may stop.

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';

const bundleOutcome = z.object({
  /** Null where it was not used, and then why. */
  bundle: z
    .object({
      device: z.string(),
      number: z.int(),
      accepted: z.int(),
      known: z.int(),
      waiting: z.int(),
      refused: z.int(),
      files: z.int(),
    })
    .nullable(),
  problem: z
    .object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
    .nullable(),
  /** Where the answer lies, below the folder of the bundle, and what the file is called on a stick. */
  answer: z.object({ path: z.string(), name: z.string(), bytes: z.int() }).nullable(),
});
export type CarriedOutcome = z.infer<typeof bundleOutcome>;

export type CarriedState = { readonly state: 'working' } | ({ readonly state: 'done' } & CarriedOutcome);

export type CarriedFiles = {
  /** Keeps what comes, up to `limit` bytes, and names it. */
  receive(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Result<string, Problem>>;
  pathOf(id: string, name: string): string;
  /** Null where nobody knows of it, or whoever worked on it has stopped: it is to be sent again. */
  stateOf(id: string): Promise<CarriedState | null>;
  /** Says every few seconds that somebody works on it. */
  touch(id: string): Promise<void>;
  finish(id: string, outcome: CarriedOutcome): Promise<void>;
  /** Removes what was written before `before`, ms since 1970. */
  sweep(before: number): Promise<void>;
};

/** Name of the bundle in its folder, as any program would call it. */
export const carriedName = 'carried.casebundle';
/** ms without a sign after which whoever worked on it is taken to have stopped. */
const patience = 30_000;

export function createCarriedFiles(directory: string, now: () => number): CarriedFiles {
  const pathOf = (id: string, name: string) => join(directory, id, name);
  return {
    pathOf,
    receive: (stream, limit) => receive(directory, stream, limit),
    async stateOf(id) {
      const outcome = parsed(await readFile(pathOf(id, 'outcome.json'), 'utf8').catch(() => null));
      if (outcome !== null) return { state: 'done', ...outcome };
      const sign = await stat(pathOf(id, 'working')).catch(() => null);
      return sign !== null && now() - sign.mtimeMs < patience ? { state: 'working' } : null;
    },
    async touch(id) {
      const handle = await open(pathOf(id, 'working'), 'a', 0o600);
      await handle.close();
      await utimes(pathOf(id, 'working'), new Date(now()), new Date(now()));
    },
    async finish(id, outcome) {
      const unfinished = pathOf(id, `.${randomUUID()}`);
      const handle = await open(unfinished, 'wx', 0o600);
      await handle.writeFile(JSON.stringify(outcome));
      await handle.close();
      await rename(unfinished, pathOf(id, 'outcome.json'));
      // What came is not needed any more; the answer is kept until the carrier has had time to take it.
      await rm(pathOf(id, carriedName), { force: true });
    },
    async sweep(before) {
      for (const name of await readdir(directory).catch(() => [])) {
        const found = await stat(join(directory, name)).catch(() => null);
        if (found !== null && found.mtimeMs < before) await rm(join(directory, name), { recursive: true, force: true });
      }
    },
  };
}

function parsed(text: string | null): CarriedOutcome | null {
  if (text === null) return null;
  try {
    return bundleOutcome.parse(JSON.parse(text));
  } catch {
    return null; // Of another version, or damaged: it is sent again.
  }
}

async function receive(
  directory: string,
  stream: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Result<string, Problem>> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const unfinished = join(directory, `.${randomUUID()}`);
  try {
    const id = await writeLimited(unfinished, stream, limit);
    if (id === null) return err({ code: 'bundle_too_large', facts: { what: `${limit}` } });
    await mkdir(join(directory, id), { recursive: true, mode: 0o700 });
    await rename(unfinished, join(directory, id, carriedName));
    return ok(id);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return err({ code: 'server_disk_full' });
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Gives the SHA-256 of what was written; null where it was more than may come. */
async function writeLimited(path: string, stream: AsyncIterable<Uint8Array>, limit: number): Promise<string | null> {
  const hash = createHash('sha256');
  const handle = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const piece of stream) {
      bytes += piece.length;
      if (bytes > limit) return null;
      hash.update(piece);
      await handle.writeFile(piece);
    }
    await handle.sync();
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}
