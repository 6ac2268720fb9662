// The keyring on the disk: who may open the desk, each with the desk key sealed under their own password. Written whole
// or not at all. It holds no secret that its passwords and the recovery code do not protect.

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeDurably } from '../../src-node/files/write-durably.ts';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import { fileProblem } from './file-problem.ts';

const sealed = z.object({ nonce: z.string().max(64), sealed: z.string().max(4_096) });
const stretching = z.object({
  salt: z.string().max(64),
  memory: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(100),
  lanes: z.int().min(1).max(16),
});
const attempts = z.object({ failures: z.int().min(0), notBefore: z.int().min(0) });
const entry = z.object({
  id: z.string().min(1).max(64),
  name: z.string().max(100),
  stretching,
  /** The desk key under the password; absent while the person is disabled. */
  deskKey: sealed.nullable(),
  /** While the person is disabled: `deskKey` itself, sealed under the desk key, so that only an open desk brings it back. */
  setAside: sealed.nullable(),
  attempts,
});
const keyringFile = z.object({
  format: z.literal('case-desk keyring'),
  version: z.literal(1),
  unitName: z.string().max(200),
  people: z.array(entry).max(10_000),
  recovery: sealed,
  recoveryAttempts: attempts,
  /** Refused sign-ins that the log inside the desk has not got yet. */
  refusals: z.array(z.object({ account: z.string().max(64), at: z.int() })).max(10_000),
});

export type KeyringEntry = Readonly<z.infer<typeof entry>>;
export type KeyringFile = Readonly<z.infer<typeof keyringFile>>;

export function readKeyringFile(path: string): Result<KeyringFile, Problem> {
  try {
    const parsed = keyringFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? ok(parsed.data) : err({ code: 'desk_keyring_damaged' });
  } catch (error) {
    // Not there, not readable, not JSON: for the person at the desk it is all the same.
    return err(fileProblem(error) ?? { code: 'desk_keyring_damaged' });
  }
}

/** Writes a new file, makes it durable, then puts it in the old one's place. */
export function writeKeyringFile(path: string, content: KeyringFile): Result<null, Problem> {
  try {
    writeDurably(path, `${JSON.stringify(content, null, 2)}\n`);
    return ok(null);
  } catch (error) {
    const problem = fileProblem(error);
    if (problem) return err(problem);
    throw error;
  }
}
