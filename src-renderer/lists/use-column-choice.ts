// Which columns of a list are shown, remembered on this PC per kind.

import { useLocalStorage } from '@mantine/hooks';
import type { Kind } from '../../src-shared/records/kind.ts';
import { useOpenDesk } from '../desk/session.ts';
import { type ListColumn, listColumns, usualColumns } from './list-columns.ts';

export type ColumnChoice = {
  readonly all: readonly ListColumn[];
  readonly shown: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  readonly reset: () => void;
};

function readKeys(text: string | undefined, usual: readonly string[]): string[] {
  try {
    const kept: unknown = JSON.parse(text ?? '');
    if (Array.isArray(kept)) return kept.filter((key) => typeof key === 'string');
  } catch {
    // Never written, or by hand: the usual columns.
  }
  return [...usual];
}

export function useColumnChoice(kind: Kind): ColumnChoice {
  const { textSize } = useOpenDesk().personal;
  const usual = usualColumns(kind, textSize);
  const [kept, setKept, reset] = useLocalStorage<string[]>({
    key: `case-desk.columns.${kind.key}`,
    defaultValue: [...usual],
    getInitialValueInEffect: false,
    deserialize: (text) => readKeys(text, usual),
  });
  const all = listColumns(kind);
  const shown = new Set<string>(
    all.filter(({ key, isOptional }) => !isOptional || kept.includes(key)).map(({ key }) => key),
  );
  const toggle = (key: string) => setKept(shown.has(key) ? kept.filter((other) => other !== key) : [...kept, key]);
  return { all, shown, toggle, reset };
}
