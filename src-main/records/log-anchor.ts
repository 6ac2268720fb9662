// What an anchor of the log vouches for: signed by this desk, following the anchor before it, told by a line of the log. An
// anchor that was changed, moved, taken out or made by somebody else is found.

import { createVerify } from '../../src-node/trust/node-cryptography.ts';
import { bytesToHex, hexToBytes } from '../../src-shared/base/bytes.ts';
import type { Reading } from '../database/database.ts';
import { auditStart } from '../stores/audit-store.ts';
import {
  archivingLines,
  type LogAnchor,
  linesUnderAnchor,
  logAnchors,
  type SignedAnchor,
} from '../stores/log-anchor-store.ts';
import type { Desk } from './desk.ts';

export type AnchorFault = {
  /** Last line of the archive, or the line itself where one is `here`. */
  readonly line: number;
  /**
   * `unsigned`: not as this desk signed it. `moved`: does not follow from the anchor before it. `unlogged`: the log does not
   * tell of it. `gone`: the log tells of it, and it is not there. `here`: a line that an archive is said to hold.
   */
  readonly what: 'unsigned' | 'moved' | 'unlogged' | 'gone' | 'here';
};

/** Lines named that stand where none may be; more of them say no more. */
const mostHere = 20;

export function signAnchor({ device }: Pick<Desk, 'device'>, anchor: LogAnchor): SignedAnchor {
  return { ...anchor, signature: bytesToHex(device.signer.sign(signedText(anchor))) };
}

/** What the line of the log says of an anchor, so that both can be held against each other. */
export function anchorFacts({ first, last, hash, file }: Pick<LogAnchor, 'first' | 'last' | 'hash' | 'file'>) {
  return { first, last, hash, sha256: file };
}

export function anchorFaults({ device }: Pick<Desk, 'device'>, reading: Reading): readonly AnchorFault[] {
  const anchors = logAnchors(reading);
  const told = archivingLines(reading);
  const verify = createVerify();
  const faults: AnchorFault[] = [];
  let before: Pick<LogAnchor, 'last' | 'hash'> = { last: 0, hash: auditStart };
  const reached = anchors.at(-1)?.last ?? 0;
  for (const anchor of anchors) {
    const { last } = anchor;
    if (!verify(device.publicKey, signedText(anchor), hexToBytes(anchor.signature)))
      faults.push({ line: last, what: 'unsigned' });
    if (anchor.first !== before.last + 1 || anchor.before !== before.hash) faults.push({ line: last, what: 'moved' });
    const expected = JSON.stringify(anchorFacts(anchor));
    const isTold = told.some(({ seq, detail }) => seq === anchor.logged && detail === expected);
    // The line that told of an early archive lies in a later one itself.
    if (!isTold && anchor.logged > reached) faults.push({ line: last, what: 'unlogged' });
    before = anchor;
  }
  const known = new Set(anchors.map(({ logged }) => logged));
  const gone = told.filter(({ seq }) => !known.has(seq));
  return [
    ...faults,
    ...gone.map(({ detail }): AnchorFault => ({ line: lastOf(detail), what: 'gone' })),
    ...linesUnderAnchor(reading, mostHere).map((line): AnchorFault => ({ line, what: 'here' })),
  ];
}

function lastOf(detail: string): number {
  const [, last] = /"last":(\d+)/.exec(detail) ?? [];
  return Number(last ?? 0);
}

function signedText({ first, last, before, hash, file, at, account, logged }: LogAnchor): Uint8Array {
  const values = [first, last, before, hash, file, at, account, logged];
  return new TextEncoder().encode(`case-desk log anchor\n${JSON.stringify(values)}`);
}
