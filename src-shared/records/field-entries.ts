// The fields of a declaration by name, in declared order, listed once for each declaration.

import { rememberByObject } from '../base/remember.ts';
import type { Field, Fields } from './field.ts';

export const fieldEntries = rememberByObject((fields: Fields): readonly (readonly [string, Field])[] =>
  Object.entries(fields),
);
