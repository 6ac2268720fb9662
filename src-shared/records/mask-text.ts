// One text masked the way a declaration names (domain rules 脱敏): 张*, 李某, 110***********1234.

import { assertNever } from '../base/assert.ts';
import type { ContentValue } from './content.ts';
import type { MaskName } from './expression.ts';
import { maskAddress } from './masks/mask-address.ts';
import { maskName } from './masks/mask-name.ts';
import { maskBankCard, maskDocumentNumber, maskPhone, maskToTail } from './masks/mask-numbers.ts';
import { type MaskProfile, maskProfiles } from './masks/mask-profiles.ts';

/** Empty stays empty. `gender` (a code) chooses between 女士 and 先生 in the press style. */
export function maskText(
  text: string,
  as: MaskName,
  gender?: ContentValue,
  profile: MaskProfile = maskProfiles.screen,
): string {
  if (text === '') return '';
  switch (as) {
    case 'name':
      return maskName(text, profile.name, genderOf(gender));
    case 'pressName':
      return maskName(text, 'title', genderOf(gender));
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

function genderOf(code: ContentValue): 'male' | 'female' | 'unknown' {
  return code === 'male' || code === 'female' ? code : 'unknown';
}
