import { describe, expect, test } from 'vitest';
import { areConcurrent, buildGraph, isAncestor, nodeOf } from '../../../src-shared/history/graph.ts';
import { toChangeId } from '../../../src-shared/history/ids.ts';
import { planJoins, toParents } from '../../../src-shared/history/parents.ts';
import { arbitraryHistory } from '../../support/arbitrary-history.ts';
import type { DrawnHistory } from '../../support/draw-history.ts';
import { drawHistory } from '../../support/draw-history.ts';
import { holdsFor } from '../../support/properties.ts';
import { ancestorsById } from '../../support/reference-merge.ts';

const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => toChangeId(index.toString(16).padStart(64, '0')));

describe('parents', () => {
  test('[H15] are sorted and each named once, whatever order the heads came in', () => {
    const [a, b, c] = ids(3);
    expect(toParents([c, a, b, a].filter((id) => id !== undefined))).toEqual([a, b, c]);
  });

  test('[H16] are at most 32; more heads are joined first, in groups', () => {
    expect(toParents(ids(40))).toEqual(ids(32));
    expect(planJoins(ids(32))).toEqual([]);
    const joins = planJoins(ids(1000).toReversed());
    expect(joins.map((join) => join.length)).toEqual([...Array.from({ length: 31 }, () => 32), 8]);
    expect(joins.flat()).toEqual(ids(1000));
    expect(planJoins(ids(33)).map((join) => join.length)).toEqual([32]);
  });
});

describe('the graph', () => {
  const drawing = `
       ┌─ b ──── d ─┐
    a ─┤            ├─ f
       └─ c ─┬──────┘
             └─ e`;
  const history = drawHistory(drawing, {});
  const graphOf = (...names: string[]) => buildGraph(history.pick(...names));
  const named = (graph: ReturnType<typeof graphOf>, source: DrawnHistory) =>
    graph.order.map(({ change, generation }) => `${source.nameOf(change.id)}${generation}`);

  test('[H18] is ordered by generation and then by id, parents always first', () => {
    const order = named(graphOf('f', 'e', 'd', 'c', 'b', 'a'), history);
    expect(order.map((name) => name.slice(-1))).toEqual(['1', '2', '2', '3', '3', '4']);
    expect(order.toSorted()).toEqual(['a1', 'b2', 'c2', 'd3', 'e3', 'f4']);
    expect(named(graphOf('a', 'b', 'c', 'd', 'e', 'f'), history)).toEqual(order);
  });

  test('[H15] has as heads what nothing follows', () => {
    const heads = graphOf('a', 'b', 'c', 'd', 'e', 'f').heads.map(history.nameOf);
    expect(heads.toSorted()).toEqual(['e', 'f']);
  });

  test('[H19] parks what misses an ancestor, however far back, and names what is missing', () => {
    const graph = graphOf('a', 'b', 'd', 'f');
    expect(graph.order.map(({ change }) => history.nameOf(change.id)).toSorted()).toEqual(['a', 'b', 'd']);
    expect(graph.parked.map(({ id }) => history.nameOf(id))).toEqual(['f']);
    expect(graph.missing.map(history.nameOf)).toEqual(['c']);
    const rootless = graphOf('b', 'd', 'f', 'c');
    expect(rootless.order).toEqual([]);
    expect(rootless.parked.length).toBe(4);
    expect(rootless.missing.map(history.nameOf)).toEqual(['a']);
  });

  test('[H18] knows who came after whom, as following the parents would tell', () => {
    let concurrent = 0;
    holdsFor(200, arbitraryHistory(40), (changes) => {
      const graph = buildGraph(changes);
      const ancestors = ancestorsById(changes);
      for (const left of changes) {
        for (const right of changes) {
          const [earlier, later] = [nodeOf(graph, left.id), nodeOf(graph, right.id)];
          expect(isAncestor(earlier, later)).toBe(ancestors.get(right.id)?.has(left.id));
          if (areConcurrent(earlier, later)) concurrent += 1;
        }
      }
    });
    expect(concurrent).toBeGreaterThan(1000);
  });
});
