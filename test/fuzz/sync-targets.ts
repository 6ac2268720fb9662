// Documents and statements of the sync protocol, as desk and centre read them of each other.

import { nodeCryptography } from '../../src-node/trust/node-cryptography.ts';
import { hexToBytes, textToBytes } from '../../src-shared/base/bytes.ts';
import { toDeviceId } from '../../src-shared/history/ids.ts';
import { readChange, readPage } from '../../src-shared/sync/desk/read-page.ts';
import { readManifest } from '../../src-shared/sync/desk/read-snapshot.ts';
import { decodeDocument } from '../../src-shared/sync/format/document.ts';
import { pushHead } from '../../src-shared/sync/format/messages.ts';
import { decodePage } from '../../src-shared/sync/format/page.ts';
import { checkReceipt } from '../../src-shared/sync/format/receipt.ts';
import { logStart } from '../../src-shared/sync/format/scope-chain.ts';
import type { CentreKey } from '../../src-shared/sync/format/statement.ts';
import { okValue } from '../support/ok-value.ts';
import { goldenSync } from './golden.ts';
import type { FuzzTarget } from './target.ts';

const golden = goldenSync();

/** As if the centre had signed whatever came: what it signed must still be understood, or refused. */
const believed: CentreKey = {
  centre: toDeviceId('centre-1'),
  publicKey: hexToBytes(golden.centreKey),
  verify: () => true,
};

const { standing } = okValue(decodePage(textToBytes(golden.page)));
const beginning = logStart(standing.scope, standing.epoch, nodeCryptography);

export const syncTargets: readonly FuzzTarget[] = [
  {
    name: 'push',
    seeds: [textToBytes(golden.push)],
    run(bytes) {
      const document = decodeDocument(bytes, pushHead);
      if (!document.ok) return;
      for (const item of document.value.items)
        if (item.kind === 'change') readChange(item.subject, item.bytes, nodeCryptography);
    },
  },
  {
    name: 'page of the log',
    seeds: [textToBytes(golden.page)],
    run(bytes) {
      const page = decodePage(bytes);
      if (page.ok) readPage(page.value, beginning, nodeCryptography);
    },
  },
  {
    name: 'manifest of a snapshot',
    seeds: [textToBytes(golden.manifest)],
    run: (bytes) => readManifest({ bytes, signature: new Uint8Array(64) }, believed, nodeCryptography),
  },
  {
    name: 'receipt',
    seeds: [textToBytes(golden.receipt)],
    run: (bytes) => checkReceipt({ bytes, signature: new Uint8Array(64) }, [], believed, nodeCryptography),
  },
];
