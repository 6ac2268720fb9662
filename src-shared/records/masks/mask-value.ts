// The mask a field or a printed form asks for by name, applied under a profile.

import { assertNever } from '../../base/assert.ts';
import type { MaskName } from '../expression.ts';
import { maskAddress } from './mask-address.ts';
import { type MaskGender, maskName } from './mask-name.ts';
import { maskBankCard, maskDocumentNumber, maskPhone, maskToTail } from './mask-numbers.ts';
import type { MaskProfile } from './mask-profiles.ts';

/** Masks a text by kind of content; `gender` is used by `pressName` only. */
export function maskValue(as: MaskName, text: string, profile: MaskProfile, gender: MaskGender = 'unknown'): string {
  switch (as) {
    case 'name':
      return maskName(text, profile.name, gender);
    case 'pressName':
      return maskName(text, 'title', gender);
    case 'residentId':
      return maskDocumentNumber(text, profile.documentNumber);
    case 'phone':
      return maskPhone(text, profile.phone);
    case 'card':
      return maskBankCard(text, profile.card);
    case 'address':
      return maskAddress(text);
    case 'tail':
      return maskToTail(text);
    default:
      return assertNever(as, 'mask');
  }
}
