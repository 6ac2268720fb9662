// The centre's own secrets: sealed under the key file as they are made, opened at each start. A key file
// that is missing or another one is a problem with words, never a reason to make a secret anew.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { Cryptography } from '../../src-shared/history/cryptography.ts';
import type { Database, Writing } from '../database/database.ts';
import type { centreScope } from '../database/tables.ts';
import { insertSecret, readSecret } from '../stores/secret-store.ts';
import type { KeyFile } from '../trust/key-file.ts';
import { sealingKeyBytes, unwrapSecret, wrapSecret } from '../trust/wrap-secret.ts';

export type SecretKeeping = {
  readonly database: Database;
  readonly crypto: Cryptography;
  readonly keyFile: KeyFile;
  /** ms since 1970. */
  now(): number;
};

/** Seals where nothing has been sealed yet, so the key file may be made. Gives whether it was. */
export async function sealFirst(
  writing: Writing<typeof centreScope>,
  keeping: SecretKeeping,
  name: string,
  secret: Uint8Array,
): Promise<Result<{ readonly madeKey: boolean }, Problem>> {
  const read = keeping.keyFile.read();
  if (!read.ok) return read;
  const key = read.value ?? keeping.crypto.randomBytes(sealingKeyBytes);
  // On the disk before anything is sealed under it is committed.
  const written = read.value === null ? keeping.keyFile.write(key) : ok(null);
  if (!written.ok) return written;
  await seal(writing, keeping, key, name, secret);
  return ok({ madeKey: read.value === null });
}

export async function openSecret(
  writing: Writing<typeof centreScope>,
  keeping: SecretKeeping,
  name: string,
): Promise<Result<Uint8Array, Problem>> {
  const key = presentKey(keeping);
  if (!key.ok) return key;
  const wrapped = await readSecret(writing, name);
  if (wrapped === null) return err({ code: 'server_database_damaged' });
  const opened = unwrapSecret(key.value, name, wrapped);
  if (opened.ok) return opened;
  if (opened.problem === 'damaged') return err({ code: 'server_database_damaged' });
  return err({ code: 'server_key_wrong', facts: { path: keeping.keyFile.path } });
}

function presentKey({ keyFile }: SecretKeeping): Result<Uint8Array, Problem> {
  const key = keyFile.read();
  if (!key.ok) return key;
  return key.value === null ? err({ code: 'server_key_missing', facts: { path: keyFile.path } }) : ok(key.value);
}

async function seal(
  writing: Writing<typeof centreScope>,
  { crypto, now }: SecretKeeping,
  key: Uint8Array,
  name: string,
  secret: Uint8Array,
): Promise<void> {
  const wrapped = wrapSecret(key, name, secret, crypto.randomBytes);
  await insertSecret(writing, { name, wrapped }, now());
}
