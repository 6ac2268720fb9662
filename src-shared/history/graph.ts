// A record's changes as a graph: which came after which. Changes whose ancestors are not all here are parked, and
// what is missing is named; nothing is ever applied without what it builds on.

import { required } from '../base/assert.ts';
import type { Change } from './change.ts';
import type { ChangeId } from './ids.ts';
import { lesserCopy } from './residue.ts';
import { compareText } from './scalar-rules.ts';

/**
 * A change in its place. Every node lies on one chain of nodes that follow each other directly; `reach` says how far
 * on each other chain its ancestors go. A whole line is one chain with an empty reach, so lines cost nothing.
 */
export type GraphNode = {
  readonly change: Change;
  /** 1 for a change without parents, else one more than its deepest parent. */
  readonly generation: number;
  readonly chain: number;
  readonly position: number;
  readonly reach: ReadonlyMap<number, number>;
};

export type Graph = {
  /** By generation, then by id: parents always before children, the same on every desk. */
  readonly order: readonly GraphNode[];
  readonly nodesById: ReadonlyMap<ChangeId, GraphNode>;
  /** Changes that no other change here follows, sorted. */
  readonly heads: readonly ChangeId[];
  /** Changes that wait for an ancestor, sorted. */
  readonly parked: readonly Change[];
  /** The ancestors they wait for and that are not here at all, sorted. */
  readonly missing: readonly ChangeId[];
};

const nothingReached: ReadonlyMap<number, number> = new Map();

/** Takes the changes of one record in any order, the same one any number of times. */
export function buildGraph(changes: Iterable<Change>): Graph {
  const changesById = collect(changes);
  const generations = generationsOf(changesById);
  const ordered = [...generations.keys()].toSorted((left, right) => compareDepth(left, right, generations));
  const nodesById = placeNodes(ordered, changesById, generations);
  const parked = [...changesById.values()]
    .filter(({ id }) => !nodesById.has(id))
    .toSorted((left, right) => compareText(left.id, right.id));
  return {
    order: [...nodesById.values()],
    nodesById,
    heads: headsOf(nodesById),
    parked,
    missing: missingParents(parked, changesById),
  };
}

/** True when `later` comes after `earlier`, directly or not; never of a node and itself. Constant time. */
export function isAncestor(earlier: GraphNode, later: GraphNode): boolean {
  if (earlier.chain === later.chain) return earlier.position < later.position;
  return (later.reach.get(earlier.chain) ?? -1) >= earlier.position;
}

export function areConcurrent(left: GraphNode, right: GraphNode): boolean {
  return left !== right && !isAncestor(left, right) && !isAncestor(right, left);
}

/** The order in which competing values are shown: deeper first, then the lesser id. No clock has a say in it. */
export function compareRank(left: GraphNode, right: GraphNode): number {
  return right.generation - left.generation || compareText(left.change.id, right.change.id);
}

export function nodeOf(graph: Graph, id: ChangeId): GraphNode {
  return required(graph.nodesById.get(id), `the change ${id} is in the graph`);
}

/** One copy of each change. Of an erased change and its full copy the erased one counts: erasing is final. */
function collect(changes: Iterable<Change>): ReadonlyMap<ChangeId, Change> {
  const changesById = new Map<ChangeId, Change>();
  for (const change of changes) {
    const known = changesById.get(change.id);
    changesById.set(change.id, known === undefined ? change : lesserCopy(known, change));
  }
  return changesById;
}

/** Generations of all changes whose ancestors are all here, found without recursion (Kahn). */
function generationsOf(changesById: ReadonlyMap<ChangeId, Change>): ReadonlyMap<ChangeId, number> {
  const childrenById = new Map<ChangeId, ChangeId[]>();
  const unplacedParents = new Map<ChangeId, number>();
  for (const { id, header } of changesById.values()) {
    unplacedParents.set(id, header.parents.length);
    for (const parent of header.parents) listAt(childrenById, parent).push(id);
  }
  const ready = [...changesById.values()].filter(({ header }) => header.parents.length === 0).map(({ id }) => id);
  const generations = new Map<ChangeId, number>(ready.map((id) => [id, 1]));
  const deepest = new Map<ChangeId, number>();
  for (const id of ready) {
    const generation = (deepest.get(id) ?? 0) + 1;
    generations.set(id, generation);
    for (const child of childrenById.get(id) ?? []) {
      deepest.set(child, Math.max(deepest.get(child) ?? 0, generation));
      const unplaced = (unplacedParents.get(child) ?? 0) - 1;
      unplacedParents.set(child, unplaced);
      if (unplaced === 0) ready.push(child);
    }
  }
  return generations;
}

function compareDepth(left: ChangeId, right: ChangeId, generations: ReadonlyMap<ChangeId, number>): number {
  return (generations.get(left) ?? 0) - (generations.get(right) ?? 0) || compareText(left, right);
}

/** A node continues the chain of its first parent that is still that chain's end, else it begins a new one. */
function placeNodes(
  ordered: readonly ChangeId[],
  changesById: ReadonlyMap<ChangeId, Change>,
  generations: ReadonlyMap<ChangeId, number>,
): ReadonlyMap<ChangeId, GraphNode> {
  const nodesById = new Map<ChangeId, GraphNode>();
  const chainEnds: GraphNode[] = [];
  for (const id of ordered) {
    const change = required(changesById.get(id), 'an ordered change was collected');
    const parents = change.header.parents.map((parent) => required(nodesById.get(parent), 'parents come first'));
    const before = parents.find((parent) => chainEnds[parent.chain] === parent);
    const chain = before?.chain ?? chainEnds.length;
    const node: GraphNode = {
      change,
      generation: generations.get(id) ?? 1,
      chain,
      position: before === undefined ? 0 : before.position + 1,
      reach: reachOf(parents, before),
    };
    chainEnds[chain] = node;
    nodesById.set(id, node);
  }
  return nodesById;
}

function reachOf(parents: readonly GraphNode[], before: GraphNode | undefined): ReadonlyMap<number, number> {
  const [only, second] = parents;
  if (only === undefined) return nothingReached;
  if (second === undefined && before !== undefined) return before.reach;
  const reach = new Map<number, number>();
  for (const parent of parents) {
    for (const [chain, position] of parent.reach) extend(reach, chain, position);
    extend(reach, parent.chain, parent.position);
  }
  return reach;
}

function extend(reach: Map<number, number>, chain: number, position: number): void {
  if ((reach.get(chain) ?? -1) < position) reach.set(chain, position);
}

function headsOf(nodesById: ReadonlyMap<ChangeId, GraphNode>): readonly ChangeId[] {
  const followed = new Set<ChangeId>();
  for (const { change } of nodesById.values()) for (const parent of change.header.parents) followed.add(parent);
  return [...nodesById.keys()].filter((id) => !followed.has(id)).toSorted(compareText);
}

function missingParents(parked: readonly Change[], changesById: ReadonlyMap<ChangeId, Change>): readonly ChangeId[] {
  const missing = new Set<ChangeId>();
  for (const { header } of parked)
    for (const parent of header.parents) if (!changesById.has(parent)) missing.add(parent);
  return [...missing].toSorted(compareText);
}

function listAt<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}
