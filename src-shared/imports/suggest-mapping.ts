// Suggests for each column which field it is: by the labels of the kind in both languages, the columns of its official
// register and the other names its declaration knows. A person confirms.

import type { Kind } from '../records/kind.ts';
import { type Cell, cellText } from './cell.ts';
import { foldHeader } from './header-text.ts';
import { columnUses, type ImportMapping } from './mapping.ts';
import { secondKind } from './split-text.ts';
import { importTargets, pathsOfRegister, type Target } from './targets.ts';

export type ColumnSuggestion = {
  readonly targets: readonly string[];
  /** The cells look as if they held two fields. */
  readonly looksLikeTwo: boolean;
};

const ordinals = ['序号', '序', '行号', '排序', 'no', 'no.', '#', 'serial'].map(foldHeader);
const numbers = [
  '编号',
  '登记编号',
  '登记号',
  '台账编号',
  '原编号',
  '拾得物编号',
  '档案号',
  'number',
  'record number',
].map(foldHeader);
/** Share of the cells that must look like two values before a column is taken for two. */
const mostlyTwo = 0.6;

/** @param columns cells of each column below the header, a sample is enough */
export function suggestColumns(
  kind: Kind,
  headers: readonly string[],
  columns: readonly (readonly Cell[])[],
): readonly ColumnSuggestion[] {
  const targets = importTargets(kind);
  const register = pathsOfRegister(kind);
  const taken = new Set<string>();
  let container: string | null = null;
  const suggested = headers.map((header, column) => {
    const name = foldHeader(header);
    const paths = findPaths(name, targets, register, taken, container);
    for (const path of paths) taken.add(path);
    const [first] = paths;
    container = targets.find(({ path }) => path === first)?.container ?? (first === undefined ? container : null);
    const two = paths.length === 1 ? secondOf(first, targets, taken, columns[column] ?? []) : null;
    if (two !== null) taken.add(two);
    return {
      name,
      paths: two === null ? paths : [...paths, two],
      looksLikeTwo: two !== null || looksLikeTwo(columns[column] ?? []),
    };
  });
  const kept = withoutHalfGroups(targets, taken);
  return suggested.map(({ name, paths, looksLikeTwo: two }) => {
    const own = paths.filter((path) => kept.has(path));
    return { targets: own.length > 0 ? own : [plainUse(name)], looksLikeTwo: two && own.length !== 2 };
  });
}

function plainUse(name: string): string {
  if (name === '' || ordinals.includes(name)) return columnUses.skip;
  return numbers.includes(name) ? columnUses.number : columnUses.remark;
}

/** A sure name first, then the official register, then a name that several fields have: beside its neighbour, or where something must be filled in. */
function findPaths(
  name: string,
  targets: readonly Target[],
  register: ReadonlyMap<string, readonly string[]>,
  taken: ReadonlySet<string>,
  container: string | null,
): readonly string[] {
  if (name === '' || ordinals.includes(name)) return [];
  const free = targets.filter(({ path }) => !taken.has(path));
  const sure = free.find(({ names }) => names.includes(name));
  if (sure) return [sure.path];
  const official = (register.get(name) ?? []).filter((path) => !taken.has(path));
  const loose = free.filter(({ looseNames }) => looseNames.includes(name));
  const beside = loose.find((target) => target.container === container);
  if (official.length > 0 && !beside) return official;
  const best = beside ?? loose.find(({ isRequired }) => isRequired) ?? (official.length > 0 ? undefined : loose[0]);
  return best ? [best.path] : official;
}

function looksLikeTwo(cells: readonly Cell[]): boolean {
  const texts = cells.map(cellText).filter((text) => text !== '');
  return texts.length > 0 && texts.filter((text) => secondKind(text) !== null).length >= texts.length * mostlyTwo;
}

/** The field beside a name that the digits behind it are. */
function secondOf(
  path: string | undefined,
  targets: readonly Target[],
  taken: ReadonlySet<string>,
  cells: readonly Cell[],
): string | null {
  if (path === undefined || !path.endsWith('name') || !looksLikeTwo(cells)) return null;
  const kinds = cells.map((cell) => secondKind(cellText(cell))).filter((kind) => kind !== null);
  const wanted = path.replace(
    /name$/,
    kinds.filter((kind) => kind === 'id_no').length * 2 > kinds.length ? 'id_no' : 'phone',
  );
  return targets.some((target) => target.path === wanted) && !taken.has(wanted) ? wanted : null;
}

/** A group or list that need not be there is left alone unless the ledger has all that must be filled in within it. */
function withoutHalfGroups(targets: readonly Target[], taken: ReadonlySet<string>): ReadonlySet<string> {
  const needed = (container: string) => targets.filter((target) => target.container === container && target.isRequired);
  const whole = targets.filter(
    ({ path, container, outerRequired }) =>
      taken.has(path) &&
      (container === null || outerRequired || needed(container).every((target) => taken.has(target.path))),
  );
  return new Set(whole.map(({ path }) => path));
}

/** The fields a value must be given for because no column brings them. */
export function neededTargets(kind: Kind, mapping: ImportMapping): readonly Target[] {
  const mapped = new Set(Object.values(mapping.columns).flat());
  const targets = importTargets(kind);
  const used = new Set(
    targets.filter(({ path, outerRequired }) => mapped.has(path) || outerRequired).map(({ container }) => container),
  );
  return targets.filter(
    (target) =>
      target.isRequired &&
      target.path !== 'handler' &&
      !mapped.has(target.path) &&
      (target.container === null || used.has(target.container)),
  );
}
