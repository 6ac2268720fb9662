// The checks a declaration names (`check: 'phone'`), applied to one value beside its neighbours.

import { assertNever } from '../base/assert.ts';
import type { Problem } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { checkBankCard } from './checks/bank-card.ts';
import { checkCreditCode } from './checks/credit-code.ts';
import { checkImei } from './checks/imei.ts';
import { normalisePhone } from './checks/normalise-phone.ts';
import { checkPersonName } from './checks/person-name.ts';
import { checkResidentId, type ResidentId } from './checks/resident-id.ts';
import type { Content, ContentValue } from './content.ts';
import type { IsoDate } from './dates/iso-date.ts';
import type { CheckName } from './field.ts';

const residentCards: readonly ContentValue[] = ['resident_id', 'temporary_resident_id'];
const residencePermit = 'hk_macao_taiwan_residence_permit';

/** What is wrong with the value; empty when nothing is. `beside` is the content the value stands in. */
export function namedCheck(check: CheckName, value: string, beside: Content, today: IsoDate): readonly Problem[] {
  switch (check) {
    case 'residentIdByType': {
      const read = readResidentId(value, beside.id_type, today);
      return read ? problemsOf(read) : [];
    }
    case 'phone':
      return problemsOf(normalisePhone(value));
    case 'creditCode':
      return problemsOf(checkCreditCode(value));
    case 'bankCard':
      return problemsOf(checkBankCard(value));
    case 'personName':
      return problemsOf(checkPersonName(value));
    case 'imei':
      return problemsOf(checkImei(value));
    default:
      return assertNever(check, 'check');
  }
}

/** The number read as a citizen's (GB 11643-1999); null when the document is of a type that has no such number. */
export function readResidentId(
  value: string,
  idType: ContentValue,
  today: IsoDate,
): Result<ResidentId, Problem> | null {
  if (residentCards.includes(idType)) return checkResidentId(value, today);
  return idType === residencePermit ? checkResidentId(value, today, { permit: true }) : null;
}

function problemsOf(checked: Result<unknown, Problem>): readonly Problem[] {
  return checked.ok ? [] : [checked.problem];
}
