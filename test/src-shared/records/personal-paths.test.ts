// What goes from a record with its personal data and what stays; and where in it somebody is described.

import { expect, test } from 'vitest';
import { isPerson } from '../../../src-shared/records/person-places.ts';
import { isPersonalPath } from '../../../src-shared/records/personal-paths.ts';
import { kindOf } from './kinds/declared.ts';

const goes = (kind: string, paths: readonly string[]) => paths.filter((path) => isPersonalPath(kindOf(kind), path));

test('whatever describes a person goes, sex and date of birth too, and so do files, free text and reasons', () => {
  const paths = [
    'owner/name',
    'owner/gender',
    'owner/birth_date',
    'circumstances',
    'attachments/a1',
    'attachments/a1/name',
    'steps/s1/reason',
    'void_reason',
    'a_field_of_a_later_version',
  ];
  expect(goes('lost_report', paths)).toEqual(paths);
});

test('states, numbers, dates, codes, counts and entries of lists stay', () => {
  const kept = [
    'status',
    'number',
    'reported_at',
    'items/w1',
    'items/w1/order',
    'items/w1/category',
    'items/w1/quantity',
    'handler',
    'steps/s1/by',
  ];
  expect(goes('lost_report', kept)).toEqual([]);
});

test('the values of a member go, and the member is still counted', () => {
  expect(goes('household', ['members/m1', 'members/m1/name', 'members/m1/health', 'members/m1/relation'])).toEqual([
    'members/m1/name',
    'members/m1/health',
    'members/m1/relation',
  ]);
});

test('a block with another ID number is somebody else, whoever shares name and phone', () => {
  const sought = { name: '吴桂芳', idNumber: '11010519491231002X', phone: '13800138000' };
  const block = (id_no: string, phone: string, name = '吴桂芳') => isPerson({ id_no, phone, name }, sought);
  expect([block('11010519491231002x', ''), block('', '+86 138-0013-8000'), block('', '13800138000', '吴桂')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(block('110101190001010030', '13800138000')).toBe(false);
});
