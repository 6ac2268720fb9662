// One spelling per text, so that the same number or name typed on two desks is the same value.

import { assertNever } from '../base/assert.ts';
import { normalisePhone } from './checks/normalise-phone.ts';
import { checkPersonName } from './checks/person-name.ts';
import type { TextField } from './field.ts';
import { foldFullWidth } from './text/full-width.ts';

/** Clean text as this field stores it; what does not fit its check stays as typed, for the check to name. */
export function normaliseText(field: TextField, text: string): string {
  const trimmed = field.type === 'longText' ? text.replace(/[ \t]+$/gm, '').trim() : text.replace(/\s+/g, ' ').trim();
  if (trimmed === '') return '';
  switch (field.check) {
    case undefined:
      return field.search === 'tail' ? foldFullWidth(trimmed) : trimmed;
    case 'residentIdByType':
    case 'creditCode':
      return foldFullWidth(trimmed).replace(/\s+/g, '').toUpperCase();
    case 'bankCard':
    case 'imei':
      return foldFullWidth(trimmed).replace(/[\s-]+/g, '');
    case 'phone':
      return phone(trimmed);
    case 'personName':
      return personName(trimmed);
    default:
      return assertNever(field.check, 'check');
  }
}

function phone(text: string): string {
  const normal = normalisePhone(text);
  return normal.ok ? normal.value.number : foldFullWidth(text);
}

function personName(text: string): string {
  const checked = checkPersonName(text);
  return checked.ok ? checked.value.name : text;
}
