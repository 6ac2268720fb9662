// The built window as files behind addresses: its page with a nonce of this very response, everything else as it lies.

import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { noncePlace, windowPolicy } from '../../../src-shared/contract/content-policy.ts';
import { readPrintAsset } from '../../print/print-assets.ts';

export type Served = { readonly bytes: Uint8Array; readonly headers: Readonly<Record<string, string>> };

/** What the build makes; other endings are not served. */
const medias: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.otf': 'font/otf',
};

/** Names without a leading dot, one below another: nothing climbs, nothing is escaped. */
const plainPath = /^(?:\/[A-Za-z0-9_@-][A-Za-z0-9_@.-]*)+$/;

/** Null when there is no such file. */
export async function windowFile(folder: string, pathname: string, newNonce: () => string): Promise<Served | null> {
  if (pathname === '/' || pathname === '/index.html') return windowPage(folder, newNonce());
  const paper = await readPrintAsset(pathname);
  if (paper) return { bytes: paper.bytes, headers: { 'content-type': paper.media, 'cache-control': 'no-cache' } };
  const media = medias[extname(pathname)];
  if (media === undefined || !plainPath.test(pathname)) return null;
  const bytes = await readOrNull(join(folder, pathname));
  // Names of built files hold a hash of their content.
  const kept = pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
  return bytes && { bytes, headers: { 'content-type': media, 'cache-control': kept } };
}

async function windowPage(folder: string, nonce: string): Promise<Served | null> {
  const page = await readOrNull(join(folder, 'index.html'));
  if (!page) return null;
  const html = Buffer.from(page).toString('utf8').replaceAll(noncePlace, nonce);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': windowPolicy(nonce),
  };
  return { bytes: Buffer.from(html, 'utf8'), headers };
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch {
    return null; // Not there, or not a file: to the browser both are "not found".
  }
}
