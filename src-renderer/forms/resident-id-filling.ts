// A whole resident ID number says birth date and sex; they are filled in beside it, never over what a person wrote.

import { useCallback } from 'react';
import { checkResidentId } from '../../src-shared/records/checks/resident-id.ts';
import type { ContentValue } from '../../src-shared/records/content.ts';
import { datePart } from '../../src-shared/records/dates/iso-date-time.ts';
import type { TextField } from '../../src-shared/records/field.ts';
import { storedFieldAt } from '../../src-shared/records/field-at.ts';
import { isEmpty, joinPath, parentPath, valueAt } from './content-paths.ts';
import { useFormSetting } from './form-setting.ts';

/** Fields of the person block (`common-fields.ts`) that the number says. */
const said = { birthDate: 'birth_date', gender: 'gender' } as const;

/** Called with what was typed; does nothing for a field that is no resident ID number. */
export function useResidentIdFilling(field: TextField, path: string): (typed: string) => void {
  const { store, now, fields } = useFormSetting();
  return useCallback(
    (typed: string) => {
      if (field.check !== 'residentIdByType' || typed.trim().length < 15) return;
      const read = checkResidentId(typed, datePart(now()));
      if (!read.ok) return;
      const beside = (key: string) => joinPath(parentPath(path), key);
      const content = store.state().content;
      const filled: (readonly [string, ContentValue])[] = [
        [beside(said.birthDate), read.value.birthDate],
        [beside(said.gender), read.value.gender],
      ];
      store.setMany(filled.filter(([at]) => storedFieldAt(fields, at) !== null && isEmpty(valueAt(content, at))));
    },
    [field.check, path, store, now, fields],
  );
}
