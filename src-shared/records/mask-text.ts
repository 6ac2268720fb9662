// One text of a record masked the way its declaration names (脱敏): 张*, 李某, 110***********1234.

import type { ContentValue } from './content.ts';
import type { MaskName } from './expression.ts';
import type { MaskGender } from './masks/mask-name.ts';
import { type MaskProfile, maskProfiles } from './masks/mask-profiles.ts';
import { maskValue } from './masks/mask-value.ts';

/** Empty stays empty. `gender` (a code) chooses between 女士 and 先生 in the press style. */
export function maskText(
  text: string,
  as: MaskName,
  gender?: ContentValue,
  profile: MaskProfile = maskProfiles.screen,
): string {
  return text === '' ? '' : maskValue(as, text, profile, genderOf(gender));
}

function genderOf(code: ContentValue): MaskGender {
  return code === 'male' || code === 'female' ? code : 'unknown';
}
