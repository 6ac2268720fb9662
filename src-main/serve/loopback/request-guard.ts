// Refuses what a browser sends on behalf of another page: a name that only resolves to this PC (DNS rebinding), a request
// from another origin.

import type { IncomingHttpHeaders } from 'node:http';

/** The only names this server answers to. */
export function isOwnHost(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.host === `127.0.0.1:${port}`;
}

/** True when there is no origin (a typed address, a link) or it is our own. A web socket must name it. */
export function isOwnOrigin(headers: IncomingHttpHeaders, port: number, mustBeNamed: boolean): boolean {
  const { origin } = headers;
  return origin === undefined ? !mustBeNamed : origin === `http://127.0.0.1:${port}`;
}

/** What modern browsers tell by themselves; older ones tell nothing. */
export function isOwnFetch(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
