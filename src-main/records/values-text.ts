// A record's values as the text its row keeps: canonical JSON, sorted by path, so that equal values are equal text.

import { assert } from '../../src-shared/base/assert.ts';
import type { Scalar } from '../../src-shared/base/scalar.ts';
import { writeCanonical } from '../../src-shared/history/canonical-json.ts';
import type { Values } from '../../src-shared/records/record-values.ts';

export function valuesToText(values: Values): string {
  const text = writeCanonical(values);
  assert(text.ok, 'merged values can be written');
  return text.value;
}

/** Reads what `valuesToText` wrote into the same database. */
export function textToValues(text: string): Values {
  const object: Readonly<Record<string, Scalar>> = JSON.parse(text);
  const values = new Map<string, Scalar>();
  for (const path of Object.keys(object)) values.set(path, object[path] ?? null);
  return values;
}
