// Code lists (代码表): stable codes with their words. Lists are data: a unit may add codes of its own, a code is never
// reused, and an old record keeps the code it was written with.

import type { Words } from './words.ts';
import { words } from './words.ts';

export type CodeList = Readonly<Record<string, Words>>;
export type CodeLists = Readonly<Record<string, CodeList>>;

export const codeLists = {
  gender: { male: words('男', 'Male'), female: words('女', 'Female'), unknown: words('未知', 'Unknown') },
  secrecy: { public: words('公开', 'Public'), internal: words('内部', 'Internal'), sensitive: words('敏感', 'Sensitive') },
} as const satisfies CodeLists;
