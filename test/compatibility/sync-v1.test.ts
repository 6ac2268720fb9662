// Golden bytes of sync protocol 1. If this test fails, desks of this version and centres of another may no longer
// understand each other: either undo the change, or raise `protocolVersion`, keep reading the old form, and begin a new
// golden file beside this one. Chain values and the digest of the receipt were checked with other programs.
//
// Versions: 1 — first protocol.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createVerify, nodeCryptography as crypto } from '../../src-node/trust/node-cryptography.ts';
import { hexToBytes, textToBytes } from '../../src-shared/base/bytes.ts';
import { toDeviceId, toScopeId } from '../../src-shared/history/ids.ts';
import { readPage } from '../../src-shared/sync/desk/read-page.ts';
import { readManifest, readSnapshot } from '../../src-shared/sync/desk/read-snapshot.ts';
import { decodeDocument } from '../../src-shared/sync/format/document.ts';
import { messages, oldestProtocol, protocolVersion, pushHead } from '../../src-shared/sync/format/messages.ts';
import { decodePage } from '../../src-shared/sync/format/page.ts';
import { checkReceipt } from '../../src-shared/sync/format/receipt.ts';
import { logStart } from '../../src-shared/sync/format/scope-chain.ts';
import { okValue } from '../support/ok-value.ts';
import { goldenBytes, shapesHash } from '../support/sync-golden.ts';
import { epoch } from '../support/sync-samples.ts';

const golden: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('sync-v1.json', import.meta.url), 'utf8'),
);
const text = (name: string) => golden[name] ?? '';
const bytes = (name: string) => textToBytes(text(name));
const centre = { centre: toDeviceId('centre-1'), publicKey: hexToBytes(text('centreKey')), verify: createVerify() };
const ids = okValue(decodeDocument(bytes('push'), pushHead)).items.flatMap((item) =>
  item.kind === 'change' ? [item.subject] : [],
);

describe('protocol 1', () => {
  test('[S5] has the shapes it was first published with', () => {
    expect({ protocolVersion, oldestProtocol, shapes: shapesHash() }).toEqual({
      protocolVersion: 1,
      oldestProtocol: 1,
      shapes: golden['shapes'],
    });
  });

  test('[S5] makes the golden bytes again', () => {
    expect(goldenBytes()).toEqual(golden);
  });

  test('[S5, S10] is read from its golden page up to the golden end of the log', () => {
    const start = logStart(toScopeId('630104'), epoch('e1'), crypto);
    const reading = readPage(okValue(decodePage(bytes('page'))), start, crypto);
    expect(reading).toMatchObject({
      reading: 'page',
      to: { seq: ids.length + 1, chain: text('chains').split('\n').at(-1) },
    });
    expect(reading.reading === 'page' && reading.content.changes.map(({ id }) => id)).toEqual(ids);
  });

  test('[S5, S32] is signed as its golden receipt and manifest are', () => {
    const receipt = { bytes: bytes('receipt'), signature: hexToBytes(text('receiptSignature')) };
    expect(okValue(checkReceipt(receipt, ids, centre, crypto))).toMatchObject({
      count: ids.length,
      centre: 'centre-1',
    });
    const signed = { bytes: bytes('manifest'), signature: hexToBytes(text('manifestSignature')) };
    const manifest = okValue(readManifest(signed, centre, crypto));
    expect(okValue(readSnapshot(manifest, [bytes('page')], crypto)).to.seq).toBe(ids.length + 1);
  });

  test('[S1] reads what a later version may have added, and leaves it alone', () => {
    const poll = { standings: [], granted: [], forked: [], at: 1, weather: 'fine' };
    expect(messages.poll.output.parse(poll)).toEqual({ standings: [], granted: [], forked: [], at: 1 });
  });
});
