// A file sent to a centre in one request after it was begun, as the smallest client does.

import { createHash } from 'node:crypto';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import type { DeskClient } from './desk-client.ts';

export function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Gives the status of the last answer: 204 when it is there. */
export async function sendFile(desk: DeskClient, scope: ScopeId, content: Uint8Array): Promise<number> {
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const headers = { authorization: `Bearer ${desk.token}`, 'tus-resumable': '1.0.0' };
  const begun = await fetch(`${desk.url}/blobs/uploads`, {
    method: 'POST',
    headers: {
      ...headers,
      'upload-length': String(content.length),
      'upload-metadata': `scope ${encoded(scope)},sha256 ${encoded(hashOf(content))}`,
    },
  });
  const sent = await fetch(new URL(begun.headers.get('location') ?? '', desk.url), {
    method: 'PATCH',
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(content),
  });
  return sent.status;
}

export function fetchFile(desk: DeskClient, scope: ScopeId, hash: string): Promise<Response> {
  return fetch(`${desk.url}/blobs/of/${scope}/${hash}`, { headers: { authorization: `Bearer ${desk.token}` } });
}
