import { describe, expect, it } from 'vitest';
import { normalisePhone } from '../../../../src-shared/records/checks/normalise-phone.ts';

describe('normalisePhone', () => {
  it.each([
    ['13800138000', '13800138000', 'mobile'],
    ['+86 138-0013-8000', '13800138000', 'mobile'],
    ['008613800138000', '13800138000', 'mobile'],
    ['１３８　００１３　８０００', '13800138000', 'mobile'],
    ['0971-8012345', '0971-8012345', 'landline'],
    ['09718012345', '0971-8012345', 'landline'],
    ['(0971)8012345', '0971-8012345', 'landline'],
    ['0971-801-2345', '0971-8012345', 'landline'],
    ['010-65120000转123', '010-65120000-123', 'landline'],
    ['021—62310110 分机 8', '021-62310110-8', 'landline'],
    ['110', '110', 'service'],
    ['12345', '12345', 'service'],
    ['96110', '96110', 'service'],
    ['11185', '11185', 'service'],
    ['400-820-8820', '4008208820', 'service'],
    ['+852 6123 4567', '+85261234567', 'abroad'],
  ])('%s is %s (%s)', (text, number, kind) => {
    expect(normalisePhone(text)).toEqual({ ok: true, value: { raw: text, number, kind } });
  });

  it.each([
    [' ', { code: 'required' }],
    ['8012345', { code: 'phone_area_code' }],
    ['138001380', { code: 'phone_mobile_length', facts: { length: 9 } }],
    ['138001380001', { code: 'phone_mobile_length', facts: { length: 12 } }],
    ['12800138000', { code: 'phone_form' }],
    ['找老板', { code: 'phone_form' }],
  ])('“%s” is refused', (text, problem) => expect(normalisePhone(text)).toEqual({ ok: false, problem }));
});
