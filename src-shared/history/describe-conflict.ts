// A conflict as a person has to see it: every side with who wrote it, when, where and why.

import { required } from '../base/assert.ts';
import type { Scalar } from '../base/scalar.ts';
import type { Change } from './change.ts';
import type { PathConflict } from './conflict.ts';
import type { ChangeId } from './ids.ts';
import type { Stamp } from './merged-record.ts';
import { stampOf } from './merged-record.ts';
import type { Path } from './path.ts';

export type DescribedAuthor = Stamp & { readonly reason: string | null };
export type DescribedVersion = {
  readonly value: Scalar;
  /** Whether this side is the one on the screen until somebody decides. */
  readonly isShown: boolean;
  readonly authors: readonly DescribedAuthor[];
};
export type DescribedConflict = {
  readonly kind: PathConflict['kind'];
  readonly path: Path;
  readonly base: (DescribedAuthor & { readonly value: Scalar }) | null;
  readonly versions: readonly DescribedVersion[];
};

/** @param changesById at least the changes that the conflict names */
export function describeConflict(
  conflict: PathConflict,
  changesById: ReadonlyMap<ChangeId, Change>,
): DescribedConflict {
  const authorOf = (id: ChangeId) => toAuthor(required(changesById.get(id), `the change ${id} of a conflict is here`));
  const { kind, path, base, shown } = conflict;
  return {
    kind,
    path,
    base: base === null ? null : { ...authorOf(base.change), value: base.value },
    versions: conflict.versions.map(({ value, changes }) => ({
      value,
      isShown: value === shown,
      authors: changes.map(authorOf),
    })),
  };
}

function toAuthor(change: Change): DescribedAuthor {
  return { ...stampOf(change), reason: change.body?.reason ?? null };
}
