import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { required } from '../../../src-shared/base/assert.ts';
import { bytesToText, textToBytes } from '../../../src-shared/base/bytes.ts';
import { appendLinear } from '../../../src-shared/history/append-linear.ts';
import { chainStart } from '../../../src-shared/history/chain-tip.ts';
import type { Change, Operation } from '../../../src-shared/history/change.ts';
import { operationsOf } from '../../../src-shared/history/change.ts';
import type { PathConflict } from '../../../src-shared/history/conflict.ts';
import { areConcurrent, buildGraph, nodeOf } from '../../../src-shared/history/graph.ts';
import type { ChangeId } from '../../../src-shared/history/ids.ts';
import { toDeviceId } from '../../../src-shared/history/ids.ts';
import { makeChange } from '../../../src-shared/history/make-change.ts';
import { mergeRecord } from '../../../src-shared/history/merge-record.ts';
import type { MergedRecord } from '../../../src-shared/history/merged-record.ts';
import { toParents } from '../../../src-shared/history/parents.ts';
import { parseProjection } from '../../../src-shared/history/parse-projection.ts';
import { projectionBytes } from '../../../src-shared/history/projection.ts';
import { timelineOf } from '../../../src-shared/history/timeline.ts';
import { arbitraryHistory, arbitraryWrites, historyAndArrival, playSteps } from '../../support/arbitrary-history.ts';
import { drawHistory, drawnIncarnation, drawnRecord, drawnScope } from '../../support/draw-history.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { holdsFor } from '../../support/properties.ts';
import { ancestorsById, referenceMerge, sidesOf } from '../../support/reference-merge.ts';
import { createSeededCryptography } from '../../support/seeded-cryptography.ts';

const projectionOf = (changes: Iterable<Change>) => bytesToText(projectionBytes(mergeRecord(changes)));

/** As a desk takes in changes one by one: by the fast way where that can tell, else from the whole set. */
function mergeOnArrival(arrival: readonly Change[]) {
  const here: Change[] = [];
  let merged: MergedRecord | null = null;
  let fast = 0;
  for (const change of arrival) {
    here.push(change);
    const appended: MergedRecord | null = merged === null ? null : appendLinear(merged, change);
    if (appended !== null) fast += 1;
    merged = appended ?? mergeRecord(here);
  }
  return { projection: bytesToText(projectionBytes(merged ?? mergeRecord(here))), fast };
}

/** A save with all heads as parents. */
function followHeads({ heads }: MergedRecord, ops: readonly Operation[]): Change {
  const input = { kind: 'found_item', record: drawnRecord, parents: toParents(heads), at: 0, by: 'head', ops };
  const tip = chainStart(drawnScope, toDeviceId('desk-of-the-head'), drawnIncarnation);
  return okValue(makeChange(input, tip, createSeededCryptography('save')));
}

function decide(changes: readonly Change[], conflicts: readonly PathConflict[]): Change {
  const ops = conflicts.map(({ path, versions }) => ({ path, value: versions.at(-1)?.value ?? null }));
  return followHeads(mergeRecord(changes), ops);
}

/** Every id of one side with every id of every other. */
function pairsOf(sides: readonly (readonly ChangeId[])[]): readonly (readonly [ChangeId, ChangeId])[] {
  return sides.flatMap((side, index) => {
    const others = sides.slice(index + 1).flat();
    return side.flatMap((left) => others.map((right) => [left, right] as const));
  });
}

describe('one set of changes, one record', () => {
  test('[H17] order of arrival and doubles make no difference', () => {
    holdsFor(400, historyAndArrival(), ([history, arrival]) => {
      expect(projectionOf(arrival)).toBe(projectionOf(history));
    });
  });

  test('[H17] the union of sets is all that counts, however they are grouped', () => {
    const sets = arbitraryHistory().chain((history) =>
      fc.tuple(fc.subarray([...history], { minLength: 1 }), fc.subarray([...history]), fc.subarray([...history])),
    );
    holdsFor(300, sets, ([first, second, third]) => {
      const all = projectionOf([...first, ...second, ...third]);
      expect(projectionOf([...third, ...first, ...second])).toBe(all);
      expect(projectionOf(new Set([...[...second, ...third], ...first]))).toBe(all);
      expect(projectionOf([...first, ...second, ...third, ...first])).toBe(all);
    });
  });

  test('[H28] the merge is the one the rules describe', () => {
    const kinds = new Set<string>();
    let bases = 0;
    holdsFor(600, arbitraryHistory(), (history) => {
      const merged = mergeRecord(history);
      const conflicts = merged.conflicts.map(({ kind, path, versions, base }) => {
        kinds.add(kind);
        if (base !== null) bases += 1;
        const ids = versions.flatMap(({ changes }) => changes);
        expect(new Set(ids).size).toBe(ids.length);
        const sides = versions.flatMap(({ value, changes }) => changes.map((id) => ({ value, change: { id } })));
        return { kind, path, sides: sidesOf(sides), base: base === null ? null : { value: base.value } };
      });
      expect({ values: Object.fromEntries(merged.values), conflicts }).toEqual(referenceMerge(history));
    });
    expect([...kinds].toSorted()).toEqual(['element', 'value']);
    expect(bases).toBeGreaterThan(30);
  });

  test('[H29] adding changes one by one gives what the whole set gives', () => {
    let fast = 0;
    holdsFor(400, historyAndArrival(), ([history, arrival]) => {
      const inOrder = mergeOnArrival(history);
      fast += inOrder.fast;
      const expected = projectionOf(history);
      expect(inOrder.projection).toBe(expected);
      expect(mergeOnArrival(arrival).projection).toBe(expected);
    });
    expect(fast).toBeGreaterThan(100);
  });
});

describe('a save that saw every head', () => {
  /** A record as a desk has it, perhaps with changes still missing, and a save on top of it. */
  const saves = fc
    .tuple(arbitraryHistory(), fc.infiniteStream(fc.nat(9)), arbitraryWrites)
    .map(([history, dice, writes]) => {
      const here = history.filter((_, index) => index === 0 || dice.next().value !== 0);
      return [here, followHeads(mergeRecord(here), writes)] as const;
    });

  test('[H29] is added to what is there as if everything were merged anew', () => {
    let added = 0;
    let refused = 0;
    holdsFor(800, saves, ([here, save]) => {
      const appended = appendLinear(mergeRecord(here), save);
      if (appended === null) refused += 1;
      else {
        added += 1;
        expect(appended).toEqual(mergeRecord([...here, save]));
        expect([...appended.values.keys()]).toEqual([...mergeRecord([...here, save]).values.keys()]);
      }
    });
    expect(added).toBeGreaterThan(400);
    expect(refused).toBeGreaterThan(10);
  });

  test('[H29] is left to the whole merge where it puts back an element, or its body is erased', () => {
    const wallet = { 'items/i1': true, 'items/i1/name': '钱包' };
    const history = drawHistory('a ── b ── c', { a: wallet, b: { 'items/i1': false }, c: { 'items/i1': true } });
    expect(appendLinear(mergeRecord(history.pick('a', 'b')), history.change('c'))).toBeNull();
    const erased = { ...history.change('b'), body: null, bodyBytes: null };
    expect(appendLinear(mergeRecord(history.pick('a')), erased)).toBeNull();
  });
});

describe('a stored projection', () => {
  test('[H36] is read back as the merged record it came from, and goes on from there', () => {
    holdsFor(300, historyAndArrival(), ([history, arrival]) => {
      const merged = mergeRecord(arrival.slice(0, Math.ceil(arrival.length / 2)));
      const stored = okValue(parseProjection(projectionBytes(merged)));
      expect(stored).toEqual(merged);
      const last = required(history.at(-1), 'a change');
      expect(appendLinear(stored, last)).toEqual(appendLinear(merged, last));
    });
  });

  test('[H36] that is damaged is refused and never throws', () => {
    const bytes = projectionBytes(
      mergeRecord(playSteps([{ step: 'edit', desk: 0, at: 0, writes: [{ path: 'name', value: '1' }] }])),
    );
    holdsFor(1000, fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), ([at, byte]) => {
      const damaged = bytes.with(at, byte);
      const parsed = parseProjection(damaged);
      if (parsed.ok) expect(projectionBytes(parsed.value)).toEqual(damaged);
    });
    const withMore = bytesToText(bytes).replace(/}$/, ',"z":1}');
    for (const text of ['null', '[]', '{}', '{"values":{}}', withMore])
      expect(problemOf(parseProjection(textToBytes(text))).code).toBe('history_bad_projection');
  });
});

describe('nothing is lost, nothing is invented', () => {
  test('[H25] every value ever written is shown, replaced knowingly, in a conflict, or in an element removed knowingly', () => {
    holdsFor(300, arbitraryHistory(), (history) => {
      const merged = mergeRecord(history);
      const ancestors = ancestorsById(history);
      const saw = (later: Change, earlier: Change) => ancestors.get(later.id)?.has(earlier.id) === true;
      const writers = (path: string) =>
        history.filter((change) => operationsOf(change).some((operation) => operation.path === path));
      const isReplaced = (change: Change, path: string) => writers(path).some((later) => saw(later, change));
      const isRemoved = (change: Change, path: string) =>
        writers(path).some((remover) => {
          const value = operationsOf(remover).find((operation) => operation.path === path)?.value;
          return (
            value !== true &&
            !isReplaced(remover, path) &&
            (remover === change || saw(remover, change) || saw(change, remover))
          );
        });
      for (const change of history) {
        for (const { path, value } of operationsOf(change)) {
          const isShown = (merged.values.get(path) ?? null) === value;
          const isListed = merged.conflicts.some(
            (conflict) =>
              conflict.path === path &&
              conflict.versions.some((version) => version.value === value && version.changes.includes(change.id)),
          );
          const isInRemoved = path
            .split('/')
            .some((_, count, parts) => count > 0 && isRemoved(change, parts.slice(0, count).join('/')));
          expect(
            isShown || isListed || isReplaced(change, path) || isInRemoved,
            `${path}=${value} of ${change.id}`,
          ).toBe(true);
        }
      }
    });
  });

  test('[H32] every change and every value it wrote anew is in the timeline', () => {
    holdsFor(100, arbitraryHistory(), (history) => {
      const timeline = timelineOf(buildGraph(history));
      expect(timeline.map(({ change }) => change.id).toSorted()).toEqual(history.map(({ id }) => id).toSorted());
      for (const { change, differences } of timeline) {
        const written = operationsOf(change).map(({ path }) => path);
        expect(written).toEqual(expect.arrayContaining(differences.map(({ path }) => path)));
        for (const { path, before, after } of differences) {
          expect(operationsOf(change)).toContainEqual({ path, value: after });
          expect(before).not.toBe(after);
        }
      }
    });
  });

  test('[H22] the sides of a conflict knew nothing of each other and differ', () => {
    let seen = 0;
    holdsFor(300, arbitraryHistory(), (history) => {
      const graph = buildGraph(history);
      for (const { versions } of mergeRecord(history).conflicts) {
        seen += 1;
        expect(new Set(versions.map(({ value }) => value)).size).toBe(versions.length);
        const pairs = pairsOf(versions.map(({ changes }) => changes));
        expect(pairs.length).toBeGreaterThan(0);
        for (const [left, right] of pairs) expect(areConcurrent(nodeOf(graph, left), nodeOf(graph, right))).toBe(true);
      }
    });
    expect(seen).toBeGreaterThan(100);
  });

  test('[H23] a decision settles its conflicts wherever and in whatever order it arrives', () => {
    holdsFor(300, historyAndArrival(), ([history, arrival]) => {
      const conflicts = mergeRecord(history).conflicts;
      const decision = decide(history, conflicts);
      const settled = mergeRecord([decision, ...arrival]);
      const decided = new Set(conflicts.map(({ path }) => path));
      expect(settled.conflicts.filter(({ path }) => decided.has(path))).toEqual([]);
      expect(projectionOf([decision, ...arrival])).toBe(projectionOf([...history, decision]));
    });
  });

  test('[H23] a decision removes exactly what it saw', () => {
    holdsFor(300, fc.tuple(arbitraryHistory(), fc.nat()), ([history, cut]) => {
      const seen = history.slice(0, 1 + (cut % history.length));
      const decision = decide(seen, mergeRecord(seen).conflicts);
      const all = [...history, decision];
      const ancestors = ancestorsById(all);
      const decided = operationsOf(decision).map(({ path }) => path);
      for (const { path, versions } of mergeRecord(all).conflicts.filter((conflict) =>
        decided.includes(conflict.path),
      )) {
        const sides = versions.flatMap(({ changes }) => changes);
        expect(
          sides.some((id) => !seen.some((change) => change.id === id)),
          path,
        ).toBe(true);
        for (const id of sides) expect(ancestors.get(decision.id)?.has(id)).toBe(false);
      }
    });
  });
});
