// What is noted of the log outside the log: how far it reached and the hash of that line, signed by this desk. Kept in a file
// beside the database, so that a log whose end was taken off is found shorter than it once was.

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createVerify } from '../../src-node/trust/node-cryptography.ts';
import { bytesToHex, hexToBytes } from '../../src-shared/base/bytes.ts';
import type { Desk } from '../records/desk.ts';
import { auditHashAt, auditHead } from '../stores/audit-query.ts';
import { auditBase } from '../stores/audit-store.ts';

export type LogNote = {
  /** The log's last line at the time. */
  readonly line: number;
  readonly hash: string;
  /** ms since 1970. */
  readonly at: number;
  readonly noted: 'file' | 'record';
};

const shape = z.object({
  format: z.literal('case-desk log note'),
  line: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.int(),
  device: z.string(),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

export function logNotePath(directory: string): string {
  return join(directory, 'log-note.json');
}

/** The note beside the database, when this desk wrote it; null when there is none, or it is somebody else's. */
export function readLogNote(desk: Desk, directory: string): LogNote | null {
  const parsed = shape.safeParse(readJson(logNotePath(directory)));
  if (!parsed.success) return null;
  const { line, hash, at, signature } = parsed.data;
  const isOurs = createVerify()(desk.device.publicKey, signedText(line, hash, at), hexToBytes(signature));
  return isOurs ? { line, hash, at, noted: 'file' } : null;
}

/** Notes where the log stands. A note that the log no longer bears out stays as it is: it is the evidence. */
export function writeLogNote(desk: Desk, directory: string): void {
  const { reading } = desk.database;
  const known = readLogNote(desk, directory);
  const isHere = known !== null && known.line >= auditBase(reading).seq;
  if (isHere && auditHashAt(reading, known.line) !== known.hash) return;
  const head = auditHead(reading);
  if (head === null || head.seq === known?.line) return;
  const at = desk.tools.now();
  const { signer } = desk.device;
  const signature = bytesToHex(signer.sign(signedText(head.seq, head.hash, at)));
  const note = { format: 'case-desk log note', line: head.seq, hash: head.hash, at, device: signer.device, signature };
  const path = logNotePath(directory);
  writeFileSync(`${path}.new`, `${JSON.stringify(note)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

function signedText(line: number, hash: string, at: number): Uint8Array {
  return new TextEncoder().encode(`case-desk log note\n${JSON.stringify([line, hash, at])}`);
}

/** Undefined when there is no such file or it is no JSON. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
