// Adds up the columns of a register that may be added: money and counts.

import type { RegisterColumn } from '../../src-shared/records/kind.ts';
import type { Fen } from '../../src-shared/records/money/fen.ts';
import { isFen } from '../../src-shared/records/money/fen.ts';
import { nothing, type Shown } from '../../src-shared/records/shown.ts';

export type RegisterSums = {
  readonly add: (line: readonly Shown[]) => void;
  /** A value per column; empty where nothing is added up. */
  readonly shown: () => readonly Shown[];
};

type Sum = { readonly type: 'money' | 'integer'; value: number };

export function registerSums(columns: readonly RegisterColumn[]): RegisterSums {
  const sums: (Sum | null)[] = columns.map(() => null);
  return {
    add(line) {
      for (const [index, shown] of line.entries()) {
        if (columns[index]?.total !== true || (shown.type !== 'money' && shown.type !== 'integer')) continue;
        const sum = sums[index] ?? { type: shown.type, value: 0 };
        sum.value += shown.value;
        sums[index] = sum;
      }
    },
    shown: () => sums.map(sumShown),
  };
}

function sumShown(sum: Sum | null): Shown {
  if (sum === null) return nothing;
  if (sum.type === 'integer') return { type: 'integer', value: sum.value };
  const fen: Fen | null = isFen(sum.value) ? sum.value : null;
  return fen === null ? nothing : { type: 'money', value: fen };
}
