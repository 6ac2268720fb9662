import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCryptography as crypto } from '../../../src-node/trust/node-cryptography.ts';
import { bytesToText, textToBytes } from '../../../src-shared/base/bytes.ts';
import { readPage } from '../../../src-shared/sync/desk/read-page.ts';
import { decodeDocument, encodeDocument } from '../../../src-shared/sync/format/document.ts';
import { pushHead } from '../../../src-shared/sync/format/messages.ts';
import { decodePage, encodePage } from '../../../src-shared/sync/format/page.ts';
import { chainAfter, logStart } from '../../../src-shared/sync/format/scope-chain.ts';
import { syncLimits } from '../../../src-shared/sync/format/sync-limits.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { holdsFor } from '../../support/properties.ts';
import { epoch, itemOf, sampleDevice, sampleGroup, samplePage, sampleScope } from '../../support/sync-samples.ts';

const head = { push: 1, scope: sampleScope, device: sampleDevice } as const;
const changes = sampleGroup(3);
const { bytes } = encodeDocument(head, changes.map(itemOf));
const cursor = logStart(sampleScope, epoch('epoch-1'), crypto);

describe('a document', () => {
  test('[S2] gives back the very bytes that were put in', () => {
    expect(okValue(decodeDocument(bytes, pushHead))).toEqual({ head, items: changes.map(itemOf) });
  });

  test('[S2] is lines of JSON that other programs read', () => {
    const lines = bytesToText(bytes)
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines.length).toBe(1 + 3 * 4 + 1);
    expect(lines.at(-1)).toEqual({ end: 3 });
    expect(lines[2]).toMatchObject({ device: sampleDevice, n: 1 });
  });

  test('[S3] cut short anywhere is refused by name, and nothing is taken from it', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      const { code } = problemOf(decodeDocument(bytes.subarray(0, length), pushHead));
      expect(['sync_cut_short', 'sync_bad_document']).toContain(code);
    }
  });

  test('[S3] of any bytes is read or refused, and never throws', () => {
    const lines = bytesToText(bytes).split('\n');
    const shuffled = fc.array(fc.constantFrom(...lines, 'null', '{"end":1}', '{', '', '{"kind":"left","subject":"x"}'));
    holdsFor(
      300,
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        shuffled.map((some) => textToBytes(some.join('\n'))),
      ),
      (some) => {
        const decoded = decodeDocument(some, pushHead);
        if (decoded.ok) expect(decoded.value.head).toEqual(head);
      },
    );
  });

  test('[S4] of more items or bytes than one may have is refused before anything is made of it', () => {
    const many = Array.from({ length: syncLimits.documentItems + 1 }, () => ({
      kind: 'left' as const,
      subject: changes[0]?.header.record ?? fail(),
    }));
    expect(problemOf(decodeDocument(encodeDocument(head, many).bytes, pushHead))).toMatchObject({
      code: 'sync_too_large',
    });
    const huge = new Uint8Array(syncLimits.documentBytes + 1);
    expect(problemOf(decodeDocument(huge, pushHead))).toMatchObject({ code: 'sync_too_large' });
  });

  test('[S13] leaves out a change whose bytes are no line any more, and says which', () => {
    const [first, second] = changes.map(itemOf);
    if (first === undefined || second === undefined) throw new Error('two changes');
    const rotten = { ...second, bytes: { ...second.bytes, body: textToBytes('{\n}') } };
    const encoded = encodeDocument(head, [first, rotten]);
    expect(encoded.unsendable).toEqual([rotten]);
    expect(okValue(decodeDocument(encoded.bytes, pushHead)).items).toEqual([first]);
  });

  test('[S1] ignores parts of its head that a later version has added', () => {
    const newer = encodeDocument({ ...head, colour: 'red' }, []).bytes;
    expect(okValue(decodeDocument(newer, pushHead)).head).toEqual(head);
  });
});

describe('an entry of a kind that a later version has brought', () => {
  const other = { kind: 'other', name: 'reviewed', subject: 'x1', lines: [textToBytes('{"by":"p_li"}')] } as const;

  test('[S1] is passed over with its lines, and kept as it came', () => {
    const [first] = changes.map(itemOf);
    const items = [other, ...(first === undefined ? [] : [first])];
    expect(okValue(decodeDocument(encodeDocument(head, items).bytes, pushHead)).items).toEqual(items);
  });

  test('[S1] counts in the chain, so an older desk reads on and finds what is withheld all the same', () => {
    const items = [{ ...other, seq: 1 }];
    const chain = chainAfter(cursor.chain, { kind: 'reviewed', subject: 'x1' }, crypto);
    const end = { seq: 1, chain };
    const standing = { scope: sampleScope, epoch: cursor.epoch, head: end, there: cursor.chain };
    const page = okValue(decodePage(encodePage({ standing, from: 0, to: end, at: 1, items })));
    expect(readPage(page, cursor, crypto)).toMatchObject({
      reading: 'page',
      to: end,
      content: { changes: [], listed: [] },
    });
  });
});

describe('a page of the log', () => {
  const page = samplePage(changes, 0);

  test('[S10] moves the cursor to exactly what its entries add up to', () => {
    const reading = readPage(okValue(decodePage(encodePage(page))), cursor, crypto);
    expect(reading).toMatchObject({ reading: 'page', to: { ...cursor, ...page.to } });
    expect(reading.reading === 'page' && reading.content.changes.map(({ id }) => id)).toEqual(
      changes.map(({ id }) => id),
    );
  });

  test('[S10] altered in any byte of its entries moves nothing, or names the change that came damaged', () => {
    const encoded = encodePage(page);
    const from = encoded.indexOf(0x0a) + 1;
    const to = encoded.lastIndexOf(0x0a, encoded.length - 2);
    for (let at = from; at < to; at += 1) {
      const flipped = Uint8Array.from(encoded);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      expect(noticed(flipped), `byte ${at}`).toBe(true);
    }
  });

  /** Signatures are not part of what a page proves; `verifyChain` tells. */
  function noticed(altered: Uint8Array): boolean {
    const decoded = decodePage(altered);
    if (!decoded.ok) return true;
    const reading = readPage(decoded.value, cursor, crypto);
    if (reading.reading !== 'page') return true;
    const { holes, unreadable, changes: read } = reading.content;
    const isOtherSignature = read.some(
      ({ signature }, index) => String(signature) !== String(changes[index]?.signature),
    );
    return holes.length + unreadable.length > 0 || isOtherSignature;
  }

  test.each([
    ['with an entry left out', { ...page, items: page.items.slice(1) }],
    [
      'with two entries exchanged',
      { ...page, items: [page.items[1], page.items[0], page.items[2]].flatMap((item) => item ?? []) },
    ],
    ['that says it ends elsewhere', { ...page, to: { ...page.to, seq: 2 } }],
    [
      'that ends behind the end of the log',
      { ...page, standing: { ...page.standing, head: { seq: 1, chain: page.to.chain } } },
    ],
  ])('[S10] %s is no page of this log', (_, wrong) => {
    expect(readPage(wrong, cursor, crypto).reading).toBe('wrong');
  });

  test('[S10] for another place or scope is left alone', () => {
    expect(readPage(samplePage(changes, 1), cursor, crypto).reading).toBe('stale');
    expect(readPage(page, { ...cursor, seq: 2 }, crypto).reading).toBe('stale');
  });

  test('[S13] keeps what a newer program wrote, and names what came damaged', () => {
    const [first, second, third] = page.items;
    if (first?.kind !== 'change' || second?.kind !== 'change' || third === undefined) throw new Error('three changes');
    const body = textToBytes('{"ops":[],"salt":"00"}');
    const damaged = { ...page, items: [first, { ...second, bytes: { ...second.bytes, body } }, third] };
    const reading = readPage(damaged, cursor, crypto);
    expect(reading).toMatchObject({ reading: 'page', content: { holes: [second.subject], unreadable: [] } });
  });
});

function fail(): never {
  throw new Error('there is a change');
}
