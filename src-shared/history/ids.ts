// The names that history hangs on. Each is its own type, so that a desk's name can never stand where a record's must.

import { assert } from '../base/assert.ts';
import type { Brand } from '../base/brand.ts';

/** Lower-case hexadecimal SHA-256 of a change's header bytes: 64 digits. */
export type ChangeId = Brand<string, 'ChangeId'>;
export type RecordId = Brand<string, 'RecordId'>;
export type DeviceId = Brand<string, 'DeviceId'>;
/** The station or community whose log a change belongs to. */
export type ScopeId = Brand<string, 'ScopeId'>;
/** One life of a device's memory; a restored or cloned device begins a new one. */
export type IncarnationId = Brand<string, 'IncarnationId'>;

const hash = /^[0-9a-f]{64}$/;
const name = /^[A-Za-z0-9_-]{1,64}$/;

export function isChangeId(value: unknown): value is ChangeId {
  return typeof value === 'string' && hash.test(value);
}

/** A hexadecimal SHA-256, as a body's hash is written. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && hash.test(value);
}

/** What every id other than a hash looks like: 1 to 64 of `A-Z a-z 0-9 _ -`. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && name.test(value);
}

export const isRecordId = (value: unknown): value is RecordId => isName(value);
export const isDeviceId = (value: unknown): value is DeviceId => isName(value);
export const isScopeId = (value: unknown): value is ScopeId => isName(value);
export const isIncarnationId = (value: unknown): value is IncarnationId => isName(value);

export function toChangeId(text: string): ChangeId {
  assert(isChangeId(text), `a change id has 64 hexadecimal digits: ${text}`);
  return text;
}

export function toRecordId(text: string): RecordId {
  assert(isRecordId(text), `not a record id: ${text}`);
  return text;
}

export function toDeviceId(text: string): DeviceId {
  assert(isDeviceId(text), `not a device id: ${text}`);
  return text;
}

export function toScopeId(text: string): ScopeId {
  assert(isScopeId(text), `not a scope id: ${text}`);
  return text;
}

export function toIncarnationId(text: string): IncarnationId {
  assert(isIncarnationId(text), `not an incarnation id: ${text}`);
  return text;
}
