// What a file really is, by its first bytes and never by its name.

const signatures = {
  zip: [0x50, 0x4b],
  ole: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  pdf: [0x25, 0x50, 0x44, 0x46],
} as const;

export type WhatFile = 'empty' | 'zip' | 'password' | 'xls' | 'page' | 'text' | 'other';

export function whatFile(bytes: Uint8Array): WhatFile {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, signatures.ole)) return isEncrypted(bytes) ? 'password' : 'xls';
  if (startsWith(bytes, signatures.zip)) return 'zip';
  if (startsWith(bytes, signatures.pdf)) return 'other';
  const isWide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (!isWide && bytes.subarray(0, 65_536).includes(0)) return 'other';
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1').replaceAll('\0', '').trimStart().toLowerCase();
  const isPage = /^(\xef\xbb\xbf|\xff\xfe)?\s*<(!doctype html|html|table|head|\?xml|meta)/.test(start);
  return isPage ? 'page' : 'text';
}

/** A workbook with a password is a box of the old kind with a part of this name (in UTF-16) in it. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, place) => bytes[place] === byte);
}
