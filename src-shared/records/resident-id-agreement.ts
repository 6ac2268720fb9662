// A citizen's number says when its holder was born and which sex was registered: it fills those fields, and they must
// agree with it.

import type { Problem } from '../base/problem.ts';
import type { Content } from './content.ts';
import type { IsoDate } from './dates/iso-date.ts';
import type { Fields } from './field.ts';
import { readResidentId } from './named-checks.ts';
import type { Op } from './record-values.ts';

const genderWords = { male: { zh: '男', en: 'male' }, female: { zh: '女', en: 'female' } } as const;

/** Problems at birth date and sex of a person whose number is right and says otherwise. `path` ends in `/` or is empty. */
export function idAgreement(fields: Fields, person: Content, path: string, today: IsoDate): Problem[] {
  const id = residentIdIn(fields, person, today);
  if (!id) return [];
  const { birth_date: birthDate, gender } = person;
  const problems: Problem[] = [];
  if (typeof birthDate === 'string' && birthDate !== id.birthDate) {
    problems.push({ code: 'birth_date_differs', path: `${path}birth_date`, facts: { date: id.birthDate } });
  }
  if ((gender === 'male' || gender === 'female') && gender !== id.gender) {
    const { zh, en } = genderWords[id.gender];
    problems.push({ code: 'gender_differs', path: `${path}gender`, facts: { gender: zh, gender_en: en } });
  }
  return problems;
}

/** What the number tells and the person block does not have yet; an old 15-digit number is written out in full. */
export function idFillings(fields: Fields, person: Content, path: string, today: IsoDate): Op[] {
  const id = residentIdIn(fields, person, today);
  if (!id) return [];
  const fillings: Op[] = [];
  if (person.id_no !== id.number) fillings.push({ path: `${path}id_no`, value: id.number });
  if ('birth_date' in fields && !person.birth_date) fillings.push({ path: `${path}birth_date`, value: id.birthDate });
  if ('gender' in fields && !person.gender) fillings.push({ path: `${path}gender`, value: id.gender });
  return fillings;
}

function residentIdIn(fields: Fields, person: Content, today: IsoDate) {
  const field = fields['id_no'];
  const isPerson = field?.type === 'text' && field.check === 'residentIdByType';
  const read =
    isPerson && typeof person.id_no === 'string' ? readResidentId(person.id_no, person.id_type, today) : null;
  return read?.ok ? read.value : null;
}
