// The state of one open form: what is typed, which entries are taken out, what is wrong and where. Every change is
// immediate and in memory; a field listens only to what it shows, so that typing never waits for anything.

import type { Problem } from '../../src-shared/base/problem.ts';
import type { Content, ContentValue, Entry } from '../../src-shared/records/content.ts';
import { entriesOf, parentPath, valueAt, withoutEntries, withValueAt } from './content-paths.ts';

export type FormState = {
  /** As typed; a text that is no date or amount yet stays text. Entries taken out are still inside. */
  readonly content: Content;
  /** Paths of entries taken out; they stay visible, struck through, until the form is saved. */
  readonly removed: ReadonlySet<string>;
  /** Problems to show, by path. */
  readonly problems: ReadonlyMap<string, Problem>;
  /** Masked values that are typed anew; the others are never sent. */
  readonly retyped: ReadonlySet<string>;
  /** After a refused save every problem is shown, before it only those of fields that were left. */
  readonly attempted: boolean;
};

export type FormStore = {
  readonly state: () => FormState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (path: string, value: ContentValue) => void;
  /** Several values at once: a resident ID fills birth date and sex. */
  readonly setMany: (values: readonly (readonly [path: string, value: ContentValue])[]) => void;
  /** A masked value is typed anew, beginning with what is shown of it. */
  readonly retype: (path: string, from: string) => void;
  /** The field was left: from now on its problem is shown. */
  readonly leave: (path: string) => void;
  readonly addEntry: (list: string, entry: Entry, afterIndex?: number) => void;
  readonly removeEntry: (path: string) => void;
  readonly restoreEntry: (path: string) => void;
  /** Moves an entry up (-1) or down (1) in its list. */
  readonly moveEntry: (path: string, by: -1 | 1) => void;
  /** Shows every problem and returns them in the order of the form. */
  readonly attempt: () => readonly Problem[];
  /** Shows problems the service found, beside the window's own. */
  readonly showProblems: (problems: readonly Problem[]) => void;
  /** What the form would save: without the entries taken out. */
  readonly kept: () => Content;
};

/** Finds what is wrong with a content, in the order of the form; `retyped` names masked values that were typed anew. */
export type ContentCheck = (content: Content, retyped: ReadonlySet<string>) => readonly Problem[];

export type FormStart = {
  readonly content: Content;
  readonly removed?: ReadonlySet<string>;
  readonly check: ContentCheck;
  /** Puts off the check after a key, so that typing waits for nothing; at once unless told. */
  readonly later?: (recheck: () => void) => void;
};

export function createFormStore({
  content,
  removed = new Set(),
  check,
  later = (recheck) => recheck(),
}: FormStart): FormStore {
  let state: FormState = { content, removed, problems: new Map(), retyped: new Set(), attempted: false };
  const left = new Set<string>();
  const listeners = new Set<() => void>();
  const kept = () => withoutEntries(state.content, state.removed);
  const become = (next: Partial<FormState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const visible = (found: readonly Problem[]) => found.filter((problem) => state.attempted || isDue(problem, left));
  const recheck = () =>
    become({ problems: sameWhereEqual(state.problems, byPath(visible(check(kept(), state.retyped)))) });
  const change = (next: Partial<FormState>) => {
    become(next);
    if (state.problems.size > 0 || state.attempted) later(recheck);
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (path, value) => change({ content: withValueAt(state.content, path, value) }),
    setMany: (values) =>
      change({ content: values.reduce((at, [path, value]) => withValueAt(at, path, value), state.content) }),
    retype: (path, from) =>
      change({ retyped: new Set([...state.retyped, path]), content: withValueAt(state.content, path, from) }),
    leave: (path) => {
      left.add(path);
      recheck();
    },
    addEntry: (list, entry, afterIndex) => change({ content: withEntry(state.content, list, entry, afterIndex) }),
    removeEntry: (path) => change({ removed: new Set([...state.removed, path]) }),
    restoreEntry: (path) => change({ removed: new Set([...state.removed].filter((each) => each !== path)) }),
    moveEntry: (path, by) => change({ content: withMoved(state.content, path, by) }),
    attempt: () => {
      become({ attempted: true });
      recheck();
      return [...state.problems.values()];
    },
    showProblems: (problems) => become({ attempted: true, problems: byPath(problems) }),
    kept,
  };
}

/** A missing value is only complained of when the form is saved; a wrong one as soon as its field is left. */
function isDue(problem: Problem, left: ReadonlySet<string>): boolean {
  return problem.code !== 'required' && problem.path !== undefined && left.has(problem.path);
}

function byPath(problems: readonly Problem[]): ReadonlyMap<string, Problem> {
  const first = new Map<string, Problem>();
  for (const problem of problems) if (!first.has(problem.path ?? '')) first.set(problem.path ?? '', problem);
  return first;
}

/** Problems that say the same stay the same objects, so that only fields whose problem changed are drawn again. */
function sameWhereEqual(before: FormState['problems'], after: FormState['problems']): FormState['problems'] {
  const kept = [...after].map(([path, problem]): [string, Problem] => {
    const old = before.get(path);
    return [path, old !== undefined && JSON.stringify(old) === JSON.stringify(problem) ? old : problem];
  });
  const isSame = before.size === after.size && kept.every(([path, problem]) => before.get(path) === problem);
  return isSame ? before : new Map(kept);
}

function withEntry(content: Content, list: string, entry: Entry, afterIndex?: number): Content {
  const entries = entriesOf(valueAt(content, list));
  const at = afterIndex === undefined ? entries.length : afterIndex + 1;
  return withValueAt(content, list, inOrder([...entries.slice(0, at), entry, ...entries.slice(at)]));
}

function withMoved(content: Content, path: string, by: -1 | 1): Content {
  const list = parentPath(path);
  const entries = entriesOf(valueAt(content, list));
  const from = entries.findIndex((entry) => entry.id === path.slice(list.length + 1));
  const moved = entries[from];
  const target = from + by;
  if (!moved || target < 0 || target >= entries.length) return content;
  const rest = entries.filter((entry) => entry !== moved);
  return withValueAt(content, list, inOrder([...rest.slice(0, target), moved, ...rest.slice(target)]));
}

/** Distance between the orders of entries that are added at the end, so that one can be moved between two. */
const orderStep = 1000;

/** Order numbers rise along the list; only those that must change do, so that a merge has little to weigh. */
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  let last = 0;
  return entries.map((entry, index) => {
    const own = orderOf(entry);
    last = own > last ? own : orderBetween(last, orderOf(entries[index + 1]));
    return own === last ? entry : { ...entry, order: last };
  });
}

function orderOf(entry: Entry | undefined): number {
  return typeof entry?.order === 'number' ? entry.order : 0;
}

function orderBetween(last: number, next: number): number {
  return next > last + 1 ? Math.floor((last + next) / 2) : last + orderStep;
}
