// Answers every request of the `app` protocol: the built window, print styles and faces, pages on their way to the
// printer. Anything else does not exist.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noncePlace, windowPolicy } from '../../src-shared/contract/content-policy.ts';
import { readPrintAsset } from '../print/print-assets.ts';
import type { Papers } from './papers.ts';
import { fileResponse, pageResponse, refusal } from './respond.ts';
import { windowOrigin } from './scheme.ts';
import { windowFileOf } from './window-file.ts';

export type WindowFiles = {
  /** Folder of the built window. */
  readonly folder: string;
  /** 128 random bits in base64, new at each call. */
  readonly newNonce: () => string;
};

export type Answer = (request: Request) => Promise<Response>;

/** Of an address as `app` makes it: Node has no origins for schemes it does not know. */
function originOf(address: URL): string {
  return `${address.protocol}//${address.host}`;
}

async function readOrNull(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    // Not there, or a folder: for whoever asks it does not exist.
    return null;
  }
}

async function windowResponse(pathname: string, { folder, newNonce }: WindowFiles): Promise<Response> {
  const file = windowFileOf(pathname);
  const bytes = file === null ? null : await readOrNull(join(folder, file.path));
  if (file === null || bytes === null) return refusal(404);
  if (!file.path.endsWith('.html')) return fileResponse(bytes, file.media);
  const nonce = newNonce();
  return pageResponse(new TextDecoder().decode(bytes).replaceAll(noncePlace, nonce), windowPolicy(nonce));
}

async function printAssetResponse(pathname: string): Promise<Response | null> {
  const asset = await readPrintAsset(pathname);
  return asset === null ? null : fileResponse(new Uint8Array(asset.bytes), asset.media);
}

/** The handler for the session that shows the window. */
export function answerWindow(files: WindowFiles): Answer {
  return async (request) => {
    const address = new URL(request.url);
    if (originOf(address) !== windowOrigin) return refusal(404);
    if (request.method !== 'GET') return refusal(405);
    return (await printAssetResponse(address.pathname)) ?? windowResponse(address.pathname, files);
  };
}

/** The handler for the session that only prints. */
export function answerPaper(papers: Papers): Answer {
  return async (request) => {
    const address = new URL(request.url);
    if (!papers.has(originOf(address))) return refusal(404);
    if (request.method !== 'GET') return refusal(405);
    return (await printAssetResponse(address.pathname)) ?? papers.answer(originOf(address), address.pathname);
  };
}
