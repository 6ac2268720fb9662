// What a column may become, as a list to choose from: the uses that are no field first, then the fields in their groups.

import type { TFunction } from 'i18next';
import { columnUses } from '../../src-shared/imports/mapping.ts';
import type { Target } from '../../src-shared/imports/targets.ts';
import type { Language } from '../../src-shared/records/words.ts';

export type TargetOption = { readonly value: string; readonly label: string };

export function targetOptions(targets: readonly Target[], language: Language, t: TFunction): readonly TargetOption[] {
  const uses = (['remark', 'number', 'skip'] as const).map((use) => ({
    value: columnUses[use],
    label: t(`imports.use.${use}`),
  }));
  return [...uses, ...targets.map(({ path, label }) => ({ value: path, label: label[language] }))];
}
