// The files a printed page asks for: its style and the bundled faces, by a fixed table of addresses. Nothing else in the
// product's folder can be reached this way.

import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { packageFolder, productFolder } from './product-files.ts';

export type Asset = { readonly bytes: Uint8Array; readonly media: string };

const medias: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.otf': 'font/otf',
};

const faces: Readonly<Record<string, string>> = {
  '/fonts/noto-sans-sc/': '@fontsource-variable/noto-sans-sc',
  '/fonts/noto-serif-sc/': '@fontsource-variable/noto-serif-sc',
  '/fonts/noto-sans-jp/': '@fontsource-variable/noto-sans-jp',
  '/fonts/embedpdf-sc/': '@embedpdf/fonts-sc',
};

/** The file at an address (`/print/print.css`, `/fonts/noto-serif-sc/files/x.woff2`), or null when it is none of ours. */
export async function readPrintAsset(address: string): Promise<Asset | null> {
  const file = fileAt(address);
  const media = medias[extname(address)];
  if (file === null || media === undefined) return null;
  try {
    return { bytes: await readFile(file), media };
  } catch {
    // An address inside the table without a file behind it: not found, like any other.
    return null;
  }
}

function fileAt(address: string): string | null {
  if (address === '/print/print.css' || address === '/print/fonts.css')
    return join(productFolder(), 'resources', address);
  const face = Object.entries(faces).find(([prefix]) => address.startsWith(prefix));
  if (face === undefined) return null;
  const name = address.slice(face[0].length);
  if (name === 'index.css') return join(packageFolder(face[1]), 'index.css');
  if (!/^(files\/)?[A-Za-z0-9-]+\.(woff2|otf)$/.test(name)) return null;
  return join(packageFolder(face[1]), name.startsWith('files/') ? 'files' : 'fonts', basename(name));
}
