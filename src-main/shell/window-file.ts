// Which address of `app://desk` is which file of the built window. Whatever has no plain name is no file of ours.

import { extname } from 'node:path';

/** What the build makes; an ending that is missing here is not served. */
const medias: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.otf': 'font/otf',
  '.wasm': 'application/wasm',
};

/** Names without a leading dot, one below another: nothing climbs, nothing is escaped, nothing is hidden. */
const plainPath = /^(?:\/[A-Za-z0-9_@-][A-Za-z0-9_@.-]*)+$/;

export type WindowFile = { readonly path: string; readonly media: string };

/** Path below the folder of the built window, or null when the address is none of its files. */
export function windowFileOf(pathname: string): WindowFile | null {
  const path = pathname === '/' ? '/index.html' : pathname;
  const media = medias[extname(path)];
  return media === undefined || !plainPath.test(path) ? null : { path: path.slice(1), media };
}
