import { expect, test } from 'vitest';
import { separationOf } from '../../../src-shared/contract/separation.ts';
import type { PersonView, Role } from '../../../src-shared/contract/views.ts';

function person(name: string, roles: Role[], changes: Partial<PersonView> = {}): PersonView {
  return { id: name, name, staffNumber: '', roles, enabled: true, isOfThisDesk: true, ...changes };
}
const first = person('黎女士', ['head', 'system_administrator', 'security_administrator']);
const parted = person('黎女士', ['head', 'system_administrator']);
const security = person('舒某', ['security_administrator']);
const auditor = person('周某', ['auditor']);

test('the first person of a desk alone lacks a security administrator and an auditor', () => {
  expect(separationOf([first])).toEqual({ missing: ['security_administrator', 'auditor'], both: ['黎女士'] });
});

test('a person who keeps both offices is named until one of them is given up', () => {
  expect(separationOf([first, security, auditor])).toEqual({ missing: [], both: ['黎女士'] });
  expect(separationOf([parted, security, auditor])).toEqual({ missing: [], both: [] });
});

test('people of other desks and disabled people hold no office here', () => {
  const away = [person('舒某', ['security_administrator'], { isOfThisDesk: false }), { ...auditor, enabled: false }];
  expect(separationOf([parted, ...away])).toEqual({ missing: ['security_administrator', 'auditor'], both: [] });
});
