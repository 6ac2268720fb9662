// Hits by kind; the kind of the best hit comes first, the order inside a kind stays the service's.

import type { HitView } from '../../src-shared/contract/views.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { Words } from '../../src-shared/records/words.ts';

export type HitGroup = {
  readonly key: string;
  readonly label: Words;
  readonly glyph: string;
  readonly hits: readonly HitView[];
};

export function groupHits(hits: readonly HitView[], kinds: readonly Kind[]): readonly HitGroup[] {
  const keys = [...new Set(hits.map(({ kind }) => kind))];
  return keys.map((key) => {
    const kind = kinds.find((one) => one.key === key);
    const own = hits.filter((hit) => hit.kind === key);
    return { key, label: kind?.label ?? { zh: key, en: key }, glyph: kind?.numberWord ?? '', hits: own };
  });
}
