// Answers of the `app` protocol: every one says its type and that it is nobody else's.

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** Bytes with their type, as they lie on the disk. */
export function fileResponse(bytes: Uint8Array<ArrayBuffer>, media: string): Response {
  return new Response(bytes, { headers: { ...always, 'content-type': media, 'cache-control': 'no-cache' } });
}

/** A page under its content security policy, never kept anywhere. */
export function pageResponse(html: string, policy: string): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(html, { headers: { ...always, ...headers, 'content-security-policy': policy } });
}

export function refusal(status: 404 | 405): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(null, { status, headers: { ...always, ...headers } });
}
