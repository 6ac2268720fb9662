// The pictures a printed page refers to, as bytes or inside the page itself.

import { systemContent } from '../../src-shared/records/system-paths.ts';
import { readBlob } from '../stores/attachment-store.ts';
import type { Desk } from './desk.ts';
import type { Person } from './people.ts';
import { loadRecord } from './stored-record.ts';

export type PagePicture = { readonly name: string; readonly media: string; readonly bytes: Uint8Array };

const address = /\/pictures\/([a-z0-9_-]{1,64})/g;

/** Those that are here; a page says where one is missing by its empty frame. */
export function picturesOf(desk: Desk, person: Person, id: string, html: string): readonly PagePicture[] {
  const names = new Set(Array.from(html.matchAll(address), (found) => found[1]));
  const record = names.size === 0 ? null : loadRecord(desk, desk.database.reading, id, person);
  if (!record?.ok) return [];
  return systemContent(record.value.merged.values).attachments.flatMap(({ id: name, media, hash }) => {
    const bytes = names.has(name) ? readBlob(desk.attachments.reading, hash) : null;
    return bytes ? [{ name, media, bytes }] : [];
  });
}

/** The page with its pictures as data, for a window that asks for nothing more. */
export function withPicturesInside(html: string, pictures: readonly PagePicture[]): string {
  const byName = new Map(pictures.map((picture) => [picture.name, picture]));
  return html.replace(address, (whole, name: string) => {
    const picture = byName.get(name);
    return picture ? `data:${picture.media};base64,${Buffer.from(picture.bytes).toString('base64')}` : whole;
  });
}
