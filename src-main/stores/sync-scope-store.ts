// What the desk knows of the log of each scope: how far it was read, what is remembered of the way there, what is in doubt.

import { z } from 'zod';
import type { ScopeId } from '../../src-shared/history/ids.ts';
import type { Bootstrap, Reoffer, ScopeState } from '../../src-shared/sync/desk/sync-facts.ts';
import { snapshotManifest } from '../../src-shared/sync/format/messages.ts';
import {
  chainPointShape,
  deviceShape,
  epochShape,
  incarnationShape,
  logPointShape,
  seqShape,
} from '../../src-shared/sync/format/shapes.ts';
import type { Reading, Writing } from '../database/database.ts';
import { statement } from '../database/statement.ts';

type None = Record<never, never>;
type Row = { key: number; scope: ScopeId; name: string; granted: number; facts: string; bootstrap: string | null };

export type StoredScope = ScopeState & {
  readonly key: number;
  /** As the centre calls it; empty until it said so. */
  readonly name: string;
};

const outcome = z.enum(['in_step', 'behind', 'promoted', 'restored', 'withheld', 'tampered']);
const range = z.object({ device: deviceShape, incarnation: incarnationShape, after: seqShape });
const reoffer: z.ZodType<Reoffer> = z.object({ because: outcome, compared: seqShape, ranges: z.array(range) });
const factsShape = z.object({
  cursor: logPointShape.nullable(),
  checkpoints: z.array(chainPointShape),
  receipted: z.object({ epoch: epochShape, seq: seqShape }).nullable(),
  doubt: outcome.nullable(),
  reoffer: reoffer.nullable(),
});
const bootstrapShape: z.ZodType<Bootstrap> = z.object({ manifest: snapshotManifest, next: seqShape });
const noFacts: z.infer<typeof factsShape> = {
  cursor: null,
  checkpoints: [],
  receipted: null,
  doubt: null,
  reoffer: null,
};

const columns = 'key, scope, name, granted, facts, bootstrap';
const allScopes = statement<None, Row>(`select ${columns} from sync_scope order by key`);
const oneScope = statement<{ scope: string }, Row>(`select ${columns} from sync_scope where scope = @scope`);
const insertScope = statement<{ scope: string; facts: string }>(
  `insert into sync_scope (scope, name, granted, facts) values (@scope, '', 0, @facts) on conflict (scope) do nothing`,
);
const setFacts = statement<{ key: number; granted: number; facts: string }>(
  'update sync_scope set granted = @granted, facts = @facts where key = @key',
);
const setBootstrap = statement<{ key: number; bootstrap: string | null }>(
  'update sync_scope set bootstrap = @bootstrap where key = @key',
);
const setName = statement<{ scope: string; name: string }>('update sync_scope set name = @name where scope = @scope');
const putPart = statement<{ key: number; place: number; bytes: Uint8Array }>(
  'insert or replace into snapshot_part (scope_key, place, bytes) values (@key, @place, @bytes)',
);
const partOf = statement<{ key: number; place: number }, { bytes: Uint8Array }>(
  'select bytes from snapshot_part where scope_key = @key and place = @place',
);
const dropParts = statement<{ key: number }>('delete from snapshot_part where scope_key = @key');

export function readScopes(reading: Reading): readonly StoredScope[] {
  return reading.all(allScopes, {}).map(toState);
}

export function readScope(reading: Reading, scope: ScopeId): StoredScope | null {
  const row = reading.first(oneScope, { scope });
  return row === undefined ? null : toState(row);
}

/** The scope as it stands; a row is made where there is none yet. */
export function scopeState(writing: Writing, scope: ScopeId): StoredScope {
  const known = readScope(writing, scope);
  if (known !== null) return known;
  const { key } = writing.run(insertScope, { scope, facts: JSON.stringify(noFacts) });
  return { key, scope, name: '', granted: false, bootstrap: null, ...noFacts };
}

export type ScopeChange = Partial<Omit<ScopeState, 'scope'>>;

export function changeScope(writing: Writing, scope: ScopeId, change: ScopeChange): void {
  const state = scopeState(writing, scope);
  const { granted, cursor, checkpoints, receipted, doubt, reoffer: again } = { ...state, ...change };
  const facts = JSON.stringify({ cursor, checkpoints, receipted, doubt, reoffer: again });
  writing.run(setFacts, { key: state.key, granted: granted ? 1 : 0, facts });
  if (change.bootstrap !== undefined && change.bootstrap !== state.bootstrap)
    writing.run(setBootstrap, { key: state.key, bootstrap: change.bootstrap && JSON.stringify(change.bootstrap) });
}

export function nameScope(writing: Writing, scope: ScopeId, name: string): void {
  scopeState(writing, scope);
  writing.run(setName, { scope, name });
}

/** A part of a snapshot that is being fetched. */
export function keepPart(writing: Writing, key: number, place: number, bytes: Uint8Array): void {
  writing.run(putPart, { key, place, bytes });
}

export function readPart(reading: Reading, key: number, place: number): Uint8Array | null {
  return reading.first(partOf, { key, place })?.bytes ?? null;
}

export function forgetParts(writing: Writing, key: number): void {
  writing.run(dropParts, { key });
}

/** Written by this desk; one that cannot be read is a broken invariant. */
function toState({ granted, facts, bootstrap, ...row }: Row): StoredScope {
  const known = bootstrap === null ? null : bootstrapShape.parse(JSON.parse(bootstrap));
  return { ...row, granted: granted === 1, ...factsShape.parse(JSON.parse(facts)), bootstrap: known };
}
