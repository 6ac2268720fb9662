// Code lists (代码表): stable codes with their words. Lists are data: a unit may add codes of its own, a code is never
// reused, and an old record keeps the code it was written with.

import { commonCodes } from './code-lists/common-codes.ts';
import { custodyCodes } from './code-lists/custody-codes.ts';
import { foundItemCodes } from './code-lists/found-item-codes.ts';
import { handbookCodes } from './code-lists/handbook-codes.ts';
import { privacyCodes } from './code-lists/privacy-codes.ts';
import { rescueCodes } from './code-lists/rescue-codes.ts';
import { visitCodes } from './code-lists/visit-codes.ts';
import type { Words } from './words.ts';

export type CodeList = Readonly<Record<string, Words>>;
export type CodeLists = Readonly<Record<string, CodeList>>;

export const codeLists = {
  ...commonCodes,
  ...foundItemCodes,
  ...rescueCodes,
  ...visitCodes,
  ...handbookCodes,
  ...privacyCodes,
  ...custodyCodes,
} as const satisfies CodeLists;
