// `kinds` and `kinds KIND`: what records there are and how one is written, without any desk being open.

import type { Problem } from '../../src-shared/base/problem.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import { codeLists } from '../../src-shared/records/code-lists.ts';
import { describeKind, type KindDescription } from '../../src-shared/records/describe-kind.ts';
import { createKindRegistry } from '../../src-shared/records/kind-registry.ts';
import { allKinds } from '../../src-shared/records/kinds/all-kinds.ts';
import type { Words } from '../../src-shared/records/words.ts';

export type KindSummary = { readonly key: string; readonly label: Words; readonly description: Words };

/** Every kind in short, or one whole. Problem: `kind_unknown`. */
export function kindDescription(key: string | undefined): Result<KindDescription | readonly KindSummary[], Problem> {
  if (key === undefined)
    return ok(allKinds.map(({ key: kind, label, description }) => ({ key: kind, label, description })));
  const kind = createKindRegistry(allKinds, codeLists).get(key);
  return kind.ok ? ok(describeKind(kind.value, codeLists)) : kind;
}
