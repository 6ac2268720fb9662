// A mapping made ready for reading many lines: every column with the fields it goes to, looked up once.

import type { Kind } from '../records/kind.ts';
import type { Cell } from './cell.ts';
import { isInTenThousands } from './header-text.ts';
import { columnUses, type ImportMapping } from './mapping.ts';
import { neededTargets } from './suggest-mapping.ts';
import { importTargets, type Target } from './targets.ts';

export type PlannedColumn = {
  readonly index: number;
  readonly header: string;
  readonly use: 'fields' | 'remark' | 'number' | 'skip';
  readonly targets: readonly Target[];
  readonly inTenThousands: boolean;
};

export type RowPlan = {
  readonly columns: readonly PlannedColumn[];
  readonly fixed: readonly { readonly target: Target; readonly cell: Cell }[];
};

/** Paths the kind does not have (a mapping remembered from an older version) leave their column for the remark. */
export function planRows(kind: Kind, headers: readonly string[], mapping: ImportMapping): RowPlan {
  const byPath = new Map(importTargets(kind).map((target) => [target.path, target]));
  const columns = headers.map((header, index) => {
    const named = mapping.columns[String(index)] ?? [columnUses.remark];
    const targets = named.map((path) => byPath.get(path)).filter((target) => target !== undefined);
    return { index, header, use: plannedUse(named, targets), targets, inTenThousands: isInTenThousands(header) };
  });
  const needed = new Set(neededTargets(kind, mapping).map(({ path }) => path));
  const mapped = new Set(columns.flatMap(({ targets }) => targets.map(({ container }) => container)));
  const fixed = Object.entries(mapping.fixed).flatMap(([path, text]) => {
    const target = byPath.get(path);
    const isUsed = target && (target.container === null || mapped.has(target.container) || needed.has(path));
    return isUsed && text.trim() !== '' ? [{ target, cell: text }] : [];
  });
  return { columns, fixed };
}

function plannedUse([first = '']: readonly string[], targets: readonly Target[]): PlannedColumn['use'] {
  if (targets.length > 0) return 'fields';
  if (first === columnUses.skip) return 'skip';
  return first === columnUses.number ? 'number' : 'remark';
}
