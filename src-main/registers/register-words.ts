// What a register says below its lines: how many there are, the checksum, for whom it was made, who signs.

import type { RegisterProfile } from '../../src-shared/contract/register-inputs.ts';

export const profileWords: Readonly<Record<RegisterProfile, string>> = {
  internal: '内部使用，未脱敏',
  superior: '上报，已脱敏',
  public: '公开，已脱敏',
};

type Counted = { readonly rows: number; readonly checksum: string };

export function countText(profile: RegisterProfile, { rows, checksum }: Counted): string {
  return `共 ${rows} 条　校验码 ${checksum}（${profileWords[profile]}）`;
}

export function footText({ profile }: { readonly profile: RegisterProfile }, counted: Counted): string {
  return `${countText(profile, counted)}　　经办人：　　　　　　复核人：　　　　　　负责人：`;
}
