// Listens to one field of the form: its value, its problem, whether it is asked for now. Nothing else makes it render.

import { useCallback, useSyncExternalStore } from 'react';
import type { Problem } from '../../src-shared/base/problem.ts';
import type { Condition } from '../../src-shared/records/condition.ts';
import type { ContentValue } from '../../src-shared/records/content.ts';
import type { Field } from '../../src-shared/records/field.ts';
import { parentPath, valueAt } from './content-paths.ts';
import { useFormSetting } from './form-setting.ts';
import type { FormState } from './form-store.ts';

/** A part of the form's state; what is picked must be a primitive or keep its identity while unchanged. */
export function useFormState<Part>(pick: (state: FormState) => Part): Part {
  const { store } = useFormSetting();
  const read = useCallback(() => pick(store.state()), [pick, store]);
  return useSyncExternalStore(store.subscribe, read);
}

export function useValue(path: string): ContentValue {
  return useFormState(useCallback((state: FormState) => valueAt(state.content, path), [path]));
}

export function useProblem(path: string): Problem | undefined {
  return useFormState(useCallback((state: FormState) => state.problems.get(path), [path]));
}

export function useIsRemoved(path: string): boolean {
  return useFormState(useCallback((state: FormState) => state.removed.has(path), [path]));
}

/** Whether a condition holds where it stands; `fallback` where there is no condition. */
export function useHolds(condition: Condition | true | undefined, at: string, fallback: boolean): boolean {
  const { world } = useFormSetting();
  return useFormState(
    useCallback(
      (state: FormState) => {
        if (condition === undefined) return fallback;
        return condition === true || world.holds(condition, at, state.content);
      },
      [condition, at, fallback, world],
    ),
  );
}

/** Where a field's conditions stand: the record, its group, or its list entry. */
export function standing(path: string): string {
  return parentPath(path);
}

export type FieldStanding = { readonly isShown: boolean; readonly isRequired: boolean };

export function useFieldStanding(field: Field, path: string): FieldStanding {
  const at = standing(path);
  return { isShown: useHolds(field.shown, at, true), isRequired: useHolds(field.required, at, false) };
}

/** Derived values are computed from what is typed; all others are as stored. */
export function useDerivedOrStored(field: Field, path: string): ContentValue {
  const { world } = useFormSetting();
  return useFormState(
    useCallback(
      (state) => valueAt(field.derived === undefined ? state.content : world.contextOf(state.content).content, path),
      [field, path, world],
    ),
  );
}
