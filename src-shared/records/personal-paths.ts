// Which values of a record are about people and go when its personal data is erased, and which stay: states, dates, codes,
// amounts, who of the unit did what. What is left still counts in every report and names nobody.

import type { Field, Fields } from './field.ts';
import type { Kind } from './kind.ts';
import { stricter } from './visit-leaves.ts';

/** System paths that hold what people wrote: files, why a step was taken, why a record was voided. */
function isPersonalSystemPath(path: string): boolean {
  const [root, , name] = path.split('/');
  return root === 'attachments' || root === 'void_reason' || (root === 'steps' && name === 'reason');
}

/** A block that describes a person: everything in it goes, the sex and the date of birth too. */
export function isPersonBlock(fields: Fields): boolean {
  return Object.hasOwn(fields, 'id_no') && Object.hasOwn(fields, 'phone');
}

/**
 * True where the value at this stored path goes with the record's personal data. A value of a field that this version does
 * not know goes too: nobody can say that it names nobody.
 */
export function isPersonalPath(kind: Kind, path: string): boolean {
  const segments = path.split('/');
  const [root = ''] = segments;
  if (Object.hasOwn(kind.fields, root)) return goes(kind.fields, segments, 'public');
  return isPersonalSystemPath(path) || !systemKept.has(root);
}

const systemKept: ReadonlySet<string> = new Set(['status', 'number', 'steps', 'links', 'papers']);

function goes(
  fields: Fields,
  [first = '', ...rest]: readonly string[],
  around: 'public' | 'internal' | 'sensitive',
): boolean {
  const field = Object.hasOwn(fields, first) ? fields[first] : undefined;
  if (field === undefined) return true;
  const sensitivity = stricter(around, field.sensitivity ?? 'public');
  if (field.type === 'group') return rest.length > 0 && goes(field.fields, rest, innerOf(field.fields, sensitivity));
  if (field.type === 'list') {
    const [, ...inner] = rest;
    // The entry itself and its place in the list stay, so that what is counted stays what it was.
    if (inner.length === 0 || (inner.length === 1 && inner[0] === 'order')) return false;
    return goes(field.fields, inner, innerOf(field.fields, sensitivity));
  }
  return sensitivity !== 'public' || isFreeText(field);
}

function innerOf(fields: Fields, sensitivity: 'public' | 'internal' | 'sensitive') {
  return isPersonBlock(fields) ? stricter(sensitivity, 'internal') : sensitivity;
}

/** Nobody can say whom a paragraph names. */
function isFreeText(field: Field): boolean {
  return field.type === 'longText' || field.mask !== undefined;
}
