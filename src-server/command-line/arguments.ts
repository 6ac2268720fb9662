// Ids on the command line, refused in words when they can be none.

import { InvalidArgumentError } from 'commander';
import type { ChangeId, DeviceId, RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import { isChangeId, isDeviceId, isRecordId, isScopeId } from '../../src-shared/history/ids.ts';

const nameRule = '1 to 64 letters, digits, _ and -';

export function scopeArgument(text: string): ScopeId {
  if (!isScopeId(text)) throw new InvalidArgumentError(nameRule);
  return text;
}

export function deviceArgument(text: string): DeviceId {
  if (!isDeviceId(text)) throw new InvalidArgumentError(nameRule);
  return text;
}

export function recordArgument(text: string): RecordId {
  if (!isRecordId(text)) throw new InvalidArgumentError(nameRule);
  return text;
}

/** Several ids, one after the other. */
export function changesArgument(text: string, before: readonly ChangeId[] = []): readonly ChangeId[] {
  if (!isChangeId(text)) throw new InvalidArgumentError('64 hexadecimal digits');
  return [...before, text];
}
