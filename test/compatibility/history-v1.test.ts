// Golden bytes: changes that were made without this program, so that neither it nor its tests can drift together.
// If this test fails, the encoding has changed, and every signature ever made would break.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createSigner, createVerify, nodeCryptography, publicKeyOf } from '../../src-node/trust/node-cryptography.ts';
import { required } from '../../src-shared/base/assert.ts';
import { bytesToHex, bytesToText, hexToBytes, textToBytes } from '../../src-shared/base/bytes.ts';
import { chainStart } from '../../src-shared/history/chain-tip.ts';
import type { Change } from '../../src-shared/history/change.ts';
import type { Cryptography } from '../../src-shared/history/cryptography.ts';
import { applyErasure, isErasureSigned, makeErasure } from '../../src-shared/history/erase-body.ts';
import { parseErasure } from '../../src-shared/history/erasure.ts';
import { toDeviceId, toIncarnationId, toScopeId } from '../../src-shared/history/ids.ts';
import { makeChange, signGroup } from '../../src-shared/history/make-change.ts';
import { mergeRecord } from '../../src-shared/history/merge-record.ts';
import { parseChange } from '../../src-shared/history/parse-change.ts';
import { projectionBytes } from '../../src-shared/history/projection.ts';
import { verifyChain } from '../../src-shared/history/verify-chain.ts';
import { okValue } from '../support/ok-value.ts';

type Golden = {
  readonly keys: Readonly<Record<'desk-a' | 'desk-b', { readonly seed: string; readonly publicKey: string }>>;
  readonly changes: readonly {
    readonly id: string;
    readonly header: string;
    readonly body: string;
    readonly signature: string | null;
  }[];
  readonly projection: string;
  readonly projectionSha256: string;
  readonly erasure: { readonly bytes: string; readonly signature: string };
};

const golden: Golden = JSON.parse(readFileSync(new URL('history-v1.json', import.meta.url), 'utf8'));

function parseGolden(): readonly Change[] {
  return golden.changes.map(({ header, body, signature }) =>
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

/** Gives the salts of the golden changes back in their order. */
function withSaltsOf(changes: readonly Change[]): Cryptography {
  const salts = changes.map(({ body }) => hexToBytes(required(body, 'not erased').salt));
  return { ...nodeCryptography, randomBytes: () => required(salts.shift(), 'one salt for each change') };
}

describe('golden changes of format 1', () => {
  test('[H4] have the ids that other programs gave them', () => {
    expect(parseGolden().map(({ id }) => id)).toEqual(golden.changes.map(({ id }) => id));
  });

  test('[H2] are made again byte for byte from what they say', () => {
    const changes = parseGolden();
    const crypto = withSaltsOf(changes);
    for (const { header, body, headerBytes, bodyBytes } of changes) {
      const { ops, reason } = required(body, 'not erased');
      const tip = {
        scope: header.scope,
        device: header.device,
        incarnation: header.incarnation,
        n: header.n - 1,
        id: header.prev,
      };
      const made = okValue(makeChange({ ...header, ...(reason === undefined ? {} : { reason }), ops }, tip, crypto));
      expect(bytesToText(made.headerBytes)).toBe(bytesToText(headerBytes));
      expect(made.bodyBytes).toEqual(bodyBytes);
    }
  });

  test.each(['desk-a', 'desk-b'] as const)(
    '[H12] of %s carry a signature that this program accepts and would make',
    (name) => {
      const device = toDeviceId(name);
      const { seed, publicKey } = golden.keys[name];
      expect(bytesToHex(publicKeyOf(hexToBytes(seed)))).toBe(publicKey);
      const changes = parseGolden().filter(({ header }) => header.device === device);
      const start = chainStart(toScopeId('630104'), device, toIncarnationId('i_7f3a'));
      expect(verifyChain(changes, start, { publicKey: hexToBytes(publicKey), verify: createVerify() }).faults).toEqual(
        [],
      );
      const resigned = signGroup(changes, createSigner(device, hexToBytes(seed))).at(-1)?.signature;
      expect(bytesToHex(required(resigned, 'signed'))).toBe(
        changes.map(({ signature }) => signature).at(-1) === null
          ? ''
          : bytesToHex(required(changes.at(-1)?.signature, 'signed')),
      );
    },
  );

  test('[H28] merge into the golden projection in every order', () => {
    const [a, b, c] = parseGolden();
    const changes = [a, b, c].filter((change) => change !== undefined);
    for (const order of [changes, changes.toReversed()]) {
      const bytes = projectionBytes(mergeRecord(order));
      expect(bytesToText(bytes)).toBe(golden.projection);
      expect(bytesToHex(nodeCryptography.sha256(bytes))).toBe(golden.projectionSha256);
    }
  });

  test('[H33] are erased by the golden erasure', () => {
    const erasure = okValue(parseErasure(textToBytes(golden.erasure.bytes), hexToBytes(golden.erasure.signature)));
    const keys = { publicKey: hexToBytes(golden.keys['desk-b'].publicKey), verify: createVerify() };
    expect(isErasureSigned(erasure, keys, nodeCryptography)).toBe(true);
    const first = required(parseGolden()[0], 'a change');
    expect(okValue(applyErasure(first, erasure)).residue).toEqual({
      keeps: erasure.content.keeps,
      erases: erasure.content.erases,
    });
    const { reason, by, at, erases } = erasure.content;
    const signer = createSigner(toDeviceId('desk-b'), hexToBytes(golden.keys['desk-b'].seed));
    expect(okValue(makeErasure(first, { reason, by, at, erases: new Set(erases) }, signer, nodeCryptography))).toEqual(
      erasure,
    );
  });
});
