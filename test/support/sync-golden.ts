// What the golden bytes of the sync protocol are made of: the golden changes of the history, a centre with a known key.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createSigner, nodeCryptography, publicKeyOf } from '../../src-node/trust/node-cryptography.ts';
import { bytesToHex, bytesToText, hexToBytes, textToBytes } from '../../src-shared/base/bytes.ts';
import type { Change } from '../../src-shared/history/change.ts';
import { toDeviceId, toScopeId } from '../../src-shared/history/ids.ts';
import { parseChange } from '../../src-shared/history/parse-change.ts';
import { appendLog } from '../../src-shared/sync/centre/append-log.ts';
import { makeManifest, toSnapshotPart } from '../../src-shared/sync/centre/make-snapshot.ts';
import { encodeDocument } from '../../src-shared/sync/format/document.ts';
import { enrolmentSigningBytes } from '../../src-shared/sync/format/enrolment.ts';
import type { ChangeItem, NumberedItem } from '../../src-shared/sync/format/item.ts';
import type { LogSubject } from '../../src-shared/sync/format/log-entry.ts';
import { fetchHead, messages, pageHead, pushHead, snapshotManifest } from '../../src-shared/sync/format/messages.ts';
import { encodePage } from '../../src-shared/sync/format/page.ts';
import { makeReceipt } from '../../src-shared/sync/format/receipt.ts';
import { logStart } from '../../src-shared/sync/format/scope-chain.ts';
import { okValue } from './ok-value.ts';
import { epoch } from './sync-samples.ts';

const seed = hexToBytes('5e'.repeat(32));
const scope = toScopeId('630104');
const centre = toDeviceId('centre-1');
const at = 1_763_653_300_000;

const history: { readonly changes: readonly { header: string; body: string; signature: string | null }[] } = JSON.parse(
  readFileSync(new URL('../compatibility/history-v1.json', import.meta.url), 'utf8'),
);

function goldenChanges(): readonly Change[] {
  return history.changes.map(({ header, body, signature }) =>
    okValue(
      parseChange(
        textToBytes(header),
        textToBytes(body),
        signature === null ? null : hexToBytes(signature),
        nodeCryptography,
      ),
    ),
  );
}

/** The hash of every shape on the wire, so that none changes unnoticed. */
export function shapesHash(): string {
  const shapes = Object.entries(messages).flatMap(([name, shape]) =>
    Object.entries(shape).map(([side, one]) => [`${name} ${side}`, toShape(one)] as const),
  );
  const heads = Object.entries({ pageHead, pushHead, fetchHead, snapshotManifest }).map(
    ([name, one]) => [name, toShape(one)] as const,
  );
  return createHash('sha256')
    .update(JSON.stringify([...shapes, ...heads]))
    .digest('hex');
}

function toShape(shape: z.ZodType): unknown {
  return z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' });
}

/** Everything that has one byte form in this protocol, as text. */
export function goldenBytes(): Readonly<Record<string, string>> {
  const crypto = nodeCryptography;
  const changes = goldenChanges();
  const items = changes.map(
    ({ id, headerBytes, bodyBytes, signature }): ChangeItem => ({
      kind: 'change',
      subject: id,
      bytes: { header: headerBytes, body: bodyBytes, signature },
    }),
  );
  const [first] = changes;
  if (first === undefined) throw new Error('there are golden changes');
  const subjects: readonly LogSubject[] = [
    ...changes.map(({ id }) => ({ kind: 'change' as const, subject: id })),
    { kind: 'left', subject: first.header.record },
  ];
  const start = logStart(scope, epoch('e1'), crypto);
  const { entries, head } = appendLog(start, subjects, crypto);
  const numbered: readonly NumberedItem[] = [
    ...items.map((item, index): NumberedItem => ({ ...item, seq: index + 1 })),
    { kind: 'left', subject: first.header.record, seq: items.length + 1 },
  ];
  const end = { seq: head.seq, chain: head.chain };
  const page = encodePage({
    standing: { scope, epoch: epoch('e1'), head: end, there: start.chain },
    from: 0,
    to: end,
    at,
    items: numbered,
  });
  const signer = createSigner(centre, seed);
  const receipt = makeReceipt(
    { ...head, device: first.header.device, at, received: changes.map(({ id }) => id) },
    signer,
    crypto,
  );
  const manifest = makeManifest(
    {
      point: head,
      at,
      format: 'documents',
      changes: changes.length,
      records: 1,
      parts: [toSnapshotPart(page, crypto)],
    },
    signer,
    crypto,
  );
  return {
    shapes: shapesHash(),
    centreKey: bytesToHex(publicKeyOf(seed)),
    chains: [start.chain, ...entries.map(({ chain }) => chain)].join('\n'),
    push: bytesToText(encodeDocument({ push: 1, scope, device: first.header.device }, items).bytes),
    page: bytesToText(page),
    receipt: bytesToText(receipt.bytes),
    receiptSignature: bytesToHex(receipt.signature),
    manifest: bytesToText(manifest.bytes),
    manifestSignature: bytesToHex(manifest.signature),
    enrolment: bytesToText(enrolmentSigningBytes('ABCD-EFGH', first.header.device, bytesToHex(publicKeyOf(seed)))),
  };
}
