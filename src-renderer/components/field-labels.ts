// Labels of fields as their kind declares them, for lists, problems and differences.

import { declaredFieldAt, storedFieldAt } from '../../src-shared/records/field-at.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import type { Language } from '../../src-shared/records/words.ts';

/** The label of the field at a path; the path itself when this version does not know the field. */
export function fieldLabel(kind: Kind | undefined, path: string, language: Language): string {
  if (kind === undefined) return path;
  const field = declaredFieldAt(kind.fields, path) ?? storedFieldAt(kind.fields, path);
  return field === null ? path : field.label[language];
}
