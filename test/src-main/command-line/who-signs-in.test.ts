import { expect, it } from 'vitest';
import { whoSignsIn } from '../../../src-main/command-line/who-signs-in.ts';

const people = [
  { id: 'a1', name: '陈某' },
  { id: 'b2', name: '林某' },
  { id: 'c3', name: '林某' },
];

it('the only person signs in unnamed; among several the question names them all', () => {
  expect(whoSignsIn(people.slice(0, 1), undefined)).toEqual({ ok: true, value: 'a1' });
  expect(whoSignsIn(people.slice(0, 2), undefined)).toEqual({
    ok: false,
    problem: { code: 'which_person', facts: { people: '陈某 (a1)、林某 (b2)' } },
  });
});

it('people of one name are told apart by their ids', () => {
  expect(whoSignsIn(people, '林某')).toEqual({
    ok: false,
    problem: { code: 'which_person', facts: { people: '林某 (b2)、林某 (c3)' } },
  });
  expect(whoSignsIn(people, 'c3')).toEqual({ ok: true, value: 'c3' });
});
