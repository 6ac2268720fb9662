// A checked page on its way between two threads: each part packed by itself, so that whoever takes them in unpacks one
// at a time. Unpacking a thousand changes at once kept everybody waiting for longer than they may.

import { deserialize, serialize } from 'node:v8';
import type { PagePart, PartsReading } from '../../src-shared/sync/desk/read-page.ts';

type PackedPart = Omit<PagePart, 'content'> & { readonly start: number; readonly end: number };
export type PackedReading =
  | Exclude<PartsReading, { reading: 'parts' }>
  | (Omit<Extract<PartsReading, { reading: 'parts' }>, 'parts'> & {
      readonly parts: readonly PackedPart[];
      readonly bytes: Uint8Array<ArrayBuffer>;
    });

export function packParts(reading: PartsReading): PackedReading {
  if (reading.reading !== 'parts') return reading;
  const contents = reading.parts.map(({ content }) => serialize(content));
  const bytes = new Uint8Array(contents.reduce((size, { length }) => size + length, 0));
  let end = 0;
  const parts = reading.parts.map(({ from, to }, index): PackedPart => {
    const start = end;
    const content = contents[index] ?? new Uint8Array();
    bytes.set(content, start);
    end = start + content.length;
    return { from, to, start, end };
  });
  return { ...reading, parts, bytes };
}

/** The contents are unpacked when they are asked for, each once. */
export function unpackParts(packed: PackedReading): PartsReading {
  if (packed.reading !== 'parts') return packed;
  const { bytes, parts, ...reading } = packed;
  return { ...reading, parts: parts.map((part) => unpackLater(part, bytes)) };
}

function unpackLater({ from, to, start, end }: PackedPart, bytes: Uint8Array): PagePart {
  let content: PagePart['content'] | null = null;
  return {
    from,
    to,
    get content() {
      content ??= deserialize(bytes.subarray(start, end)) as PagePart['content']; // packed by this very program
      return content;
    },
  };
}
