// `--where field=value`, several times: conditions on one field are alternatives, on several fields all must hold.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';

export type Where = { readonly path: string; readonly values: readonly (string | boolean)[] };

/** Problem: `not_a_condition`. `true` and `false` are yes and no. */
export function parseWhere(conditions: readonly string[]): Result<readonly Where[], Problem> {
  const byPath = new Map<string, (string | boolean)[]>();
  for (const condition of conditions) {
    const at = condition.indexOf('=');
    if (at < 1) return err({ code: 'not_a_condition', facts: { text: condition } });
    const path = condition.slice(0, at).trim();
    byPath.set(path, [...(byPath.get(path) ?? []), conditionValue(condition.slice(at + 1).trim())]);
  }
  return ok([...byPath].map(([path, values]) => ({ path, values })));
}

function conditionValue(text: string): string | boolean {
  if (text === 'true') return true;
  return text === 'false' ? false : text;
}
