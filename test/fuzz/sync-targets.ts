// Documents of the sync protocol and every message of the two contracts.

import { type AnySchema, isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { nodeCryptography } from '../../src-main/trust/node-cryptography.ts';
import { bytesToText, textToBytes } from '../../src-shared/base/bytes.ts';
import { centralContract } from '../../src-shared/contract/central.ts';
import { deskContract } from '../../src-shared/contract/desk.ts';
import { readChange } from '../../src-shared/sync/desk/read-page.ts';
import { decodeDocument } from '../../src-shared/sync/format/document.ts';
import { pushHead, snapshotManifest } from '../../src-shared/sync/format/messages.ts';
import { decodePage } from '../../src-shared/sync/format/page.ts';
import { goldenSync } from './golden.ts';
import type { FuzzTarget } from './target.ts';

const golden = goldenSync();

/** The input schemas of all procedures of a contract. */
function inputsOf(router: object): readonly AnySchema[] {
  return Object.values(router).flatMap((one: unknown) => {
    if (isContractProcedure(one)) return one['~orpc'].inputSchema ?? [];
    return typeof one === 'object' && one !== null ? inputsOf(one) : [];
  });
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(bytesToText(bytes));
  } catch {
    return undefined;
  }
}

const calls = [
  { kind: 'found_item', content: { name: '黑色皮夹', items: { a: { name: '现金', amount: 12_500 } } } },
  { id: 'r1', heads: ['00'], patch: { remark: '已核' }, reason: '补记', step: 'release' },
  { kind: 'visit', where: [{ path: 'status', is: ['open'] }], sort: { by: 'due', direction: 'asc' }, limit: 50 },
  { url: 'https://centre.example', code: 'ABCD-EFGH', name: '一号机', authority: null },
  { protocol: 1, scope: '630104', ids: [], cursors: [], chains: [] },
].map((call) => textToBytes(JSON.stringify(call)));

function schemasTarget(name: string, router: object): FuzzTarget {
  const schemas = inputsOf(router);
  const [first = textToBytes('{}'), ...more] = calls;
  return {
    name,
    seeds: [first, ...more],
    async run(bytes) {
      const value = json(bytes);
      for (const schema of schemas) await schema['~standard'].validate(value);
    },
  };
}

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
  { name: 'page of the log', seeds: [textToBytes(golden.page)], run: (bytes) => decodePage(bytes) },
  {
    name: 'manifest of a snapshot',
    seeds: [textToBytes(golden.manifest)],
    run: (bytes) => z.safeParse(snapshotManifest, json(bytes)),
  },
  schemasTarget('calls of the window', deskContract),
  schemasTarget('calls to the centre', centralContract),
];
