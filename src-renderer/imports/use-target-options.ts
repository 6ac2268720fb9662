// What a column may become, as a list to choose from: the uses that are no field first, then the fields in their groups.

import { useMemo } from 'react';
import { columnUses } from '../../src-shared/imports/mapping.ts';
import type { Target } from '../../src-shared/imports/targets.ts';
import { useWords } from '../words/use-words.ts';

export type TargetOption = { readonly value: string; readonly label: string };

export function useTargetOptions(targets: readonly Target[]): readonly TargetOption[] {
  const { t, language } = useWords();
  return useMemo(() => {
    const uses = (['remark', 'number', 'skip'] as const).map((use) => ({
      value: columnUses[use],
      label: t(`imports.use.${use}`),
    }));
    return [...uses, ...targets.map(({ path, label }) => ({ value: path, label: label[language] }))];
  }, [targets, language, t]);
}
