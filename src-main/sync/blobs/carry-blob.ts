// The lane of attachments: what is to be carried, and carrying it. A bad photo never holds up a record (S37).

import { ok } from '../../../src-shared/base/result.ts';
import type { BlobTask } from '../../../src-shared/sync/desk/sync-facts.ts';
import type { Desk } from '../../records/desk.ts';
import { hasBlob, readBlob } from '../../stores/attachment-store.ts';
import {
  type BlobDelivery,
  type BlobState,
  blobDelivery,
  blobsToCarry,
  keepUploadUrl,
  setBlobState,
} from '../../stores/blob-delivery-store.ts';
import { readScopes } from '../../stores/sync-scope-store.ts';
import type { CentreLink } from '../centre-link.ts';
import type { Ran } from '../run-step.ts';
import type { BlobPlace } from './blob-request.ts';
import { downloadBlob } from './download-blob.ts';
import { uploadBlob } from './upload-blob.ts';

/** Files under way at one time. */
const atOnce = 4;
/** ms after which a file that the centre did not have is asked for again. */
const askAgain = 10 * 60_000;

export function blobTasks({ database, attachments, tools }: Desk): readonly BlobTask[] {
  return blobsToCarry(database.reading, tools.now(), atOnce).map(({ hash }) => ({
    hash,
    direction: hasBlob(attachments.reading, hash) ? 'up' : 'down',
  }));
}

export async function carryBlob(desk: Desk, hash: string, link: CentreLink): Promise<Ran> {
  const enrolment = link.enrolment();
  const token = await link.token();
  const file = blobDelivery(desk.database.reading, hash);
  if (!token.ok) return { arrival: { progress: false }, failure: token.failure };
  if (enrolment === null || file === null) return { arrival: { progress: false }, failure: null };
  const { url, authority } = enrolment;
  const at = { address: { url, authority }, hash, token: token.value };
  try {
    const bytes = readBlob(desk.attachments.reading, hash);
    const progress = bytes === null ? await fetch(desk, at, file) : await bring(desk, at, file, bytes);
    return { arrival: { progress }, failure: null };
  } catch {
    return { arrival: { progress: false }, failure: { why: 'unreachable' } };
  }
}

/** True when more of it is there than before. */
async function bring(
  desk: Desk,
  at: Omit<BlobPlace, 'scope'>,
  { hash, uploadUrl }: BlobDelivery,
  bytes: Uint8Array,
): Promise<boolean> {
  const { scope } = desk.device.chain.current;
  const onPlace = (url: string) => void desk.database.write((writing) => ok(keepUploadUrl(writing, hash, url)));
  const uploaded = await uploadBlob({ ...at, scope, bytes, uploadUrl, onPlace });
  if (uploaded.outcome === 'confirmed') settle(desk, hash, 'confirmed');
  if (uploaded.outcome === 'refused') settle(desk, hash, 'refused', { code: uploaded.code });
  return uploaded.outcome !== 'cut' || uploaded.moved;
}

/** A shared record's files follow it to each scope, some later than others, so every scope the desk may read is asked. */
async function fetch(desk: Desk, at: Omit<BlobPlace, 'scope'>, file: BlobDelivery): Promise<boolean> {
  const scopes = readScopes(desk.database.reading).filter(({ granted }) => granted);
  for (const { scope } of scopes) {
    const carried = await fetchFrom(desk, { ...at, scope }, file);
    if (carried !== null) return carried;
  }
  settle(desk, file.hash, 'absent', { retryAt: desk.tools.now() + askAgain });
  return false;
}

/** Null where this scope does not have it. */
async function fetchFrom(desk: Desk, place: BlobPlace, file: BlobDelivery): Promise<boolean | null> {
  const fetched = await downloadBlob(desk, place, file);
  if (fetched.outcome === 'absent') return null;
  if (fetched.outcome === 'here') settle(desk, file.hash, 'confirmed');
  return fetched.outcome === 'here' || (fetched.outcome === 'cut' && fetched.moved);
}

function settle(
  desk: Desk,
  hash: string,
  state: BlobState,
  more: { readonly code?: string; readonly retryAt?: number } = {},
): void {
  desk.database.write((writing) => ok(setBlobState(writing, hash, state, more)));
  // What shows the file shows it anew.
  desk.notify({ type: 'records', ids: [] });
}
