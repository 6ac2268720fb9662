// Labels of fields as their kind declares them, for lists, problems and differences.

import type { Kind } from '../../src-shared/records/kind.ts';
import type { Language } from '../../src-shared/records/words.ts';
import { fieldAt } from '../desk/kinds.ts';

/** The label of the field at a path; the path itself when this version does not know the field. */
export function fieldLabel(kind: Kind | undefined, path: string, language: Language): string {
  const field = kind === undefined ? undefined : fieldAt(kind, path);
  return field === undefined ? path : field.label[language];
}
