// The columns of a register as it goes out: those its kind declares, and 备注 last.

import type { Kind, RegisterColumn } from '../../src-shared/records/kind.ts';
import { words } from '../../src-shared/records/words.ts';

const remark = '备注';

export function columnsOf(kind: Kind): readonly RegisterColumn[] {
  if (kind.register.some(({ label }) => label.zh === remark) || !Object.hasOwn(kind.fields, 'remark'))
    return kind.register;
  return [...kind.register, { label: words(remark, 'Remark'), value: { field: 'remark' } }];
}
