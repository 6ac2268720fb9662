// What an upload must say of itself before a byte of it is taken.

import { z } from 'zod';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import { isScopeId } from '../../src-shared/history/ids.ts';
import type { Device } from '../stores/device-store.ts';

export const uploadMetadata = z.object({
  scope: z.custom<ScopeId>(isScopeId),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

type Begun = { readonly metadata?: unknown; readonly size?: number | undefined };

/** @param blobBytes of one attachment at most */
export function checkUpload(
  { metadata, size }: Begun,
  device: Device,
  blobBytes: number,
): Result<z.infer<typeof uploadMetadata>, Problem> {
  const parsed = uploadMetadata.safeParse(metadata);
  if (!parsed.success) return err({ code: 'sync_bad_message', facts: { field: 'Upload-Metadata' } });
  if (size === undefined) return err({ code: 'sync_bad_message', facts: { field: 'Upload-Length' } });
  if (size > blobBytes) return err({ code: 'server_blob_too_large', facts: { bytes: size, limit: blobBytes } });
  const { scope } = parsed.data;
  if (!device.scopes.has(scope))
    return err({ code: 'sync_scope_not_granted', facts: { device: device.device, scope } });
  return ok(parsed.data);
}
