// What the desk knows of changes it has asked about, for reading what the centre says of them.

import type { ChangeId, ScopeId } from '../../src-shared/history/ids.ts';
import type { VerdictFacts } from '../../src-shared/sync/desk/read-verdicts.ts';
import type { LogPoint } from '../../src-shared/sync/format/log-point.ts';
import type { Reading } from '../database/database.ts';
import type { Desk } from '../records/desk.ts';
import { changeBytes, changeRef } from '../stores/change-store.ts';
import { orderState } from '../stores/erasure-store.ts';
import { isListed } from '../stores/log-store.ts';
import { isAside } from '../stores/outbox-store.ts';
import { readScope, readScopes } from '../stores/sync-scope-store.ts';

/** @param signed changes that the desk signed anew for the push that is answered */
export function verdictFacts(
  { database: { reading }, device }: Desk,
  scope: ScopeId,
  asked: readonly ChangeId[],
  signed: readonly ChangeId[],
): VerdictFacts {
  const key = readScope(reading, scope)?.key ?? 0;
  const holds = (id: ChangeId, is: (seq: number) => boolean) => {
    const ref = changeRef(reading, id);
    return ref !== null && is(ref.seq);
  };
  return {
    cursor: cursorFor(reading, scope),
    isListed: (id) => holds(id, (seq) => isListed(reading, key, seq)) || orderState(reading, id) === 'listed',
    asked: new Set(asked),
    isOwn: (id) => changeRef(reading, id)?.device === device.signer.device,
    wasSigned: (id) => signed.includes(id) || (changeBytes(reading, id)?.signature ?? null) !== null,
    isAside: (id) => holds(id, (seq) => isAside(reading, seq)),
  };
}

/** For a scope that is only carried the desk has no log; then only the epoch is known, from the scopes it reads. */
export function cursorFor(reading: Reading, scope: ScopeId): LogPoint | null {
  const state = readScope(reading, scope);
  if (state?.granted === true) return state.cursor;
  const read = readScopes(reading).find(({ granted, cursor }) => granted && cursor !== null)?.cursor;
  return read === null || read === undefined ? null : { ...read, scope, seq: 0 };
}
