// Finding a person by letters typed one after another.

import { expect, test } from 'vitest';
import { createTypeahead } from '../../../src-renderer/sign-in/typeahead.ts';
import { pinyinKeys } from '../../../src-shared/records/pinyin/pinyin-keys.ts';

const people = ['黎某', '单某', '欧阳某'].map((name) => ({ id: name, name }));
const keys = new Map(people.map(({ id, name }) => [id, [...pinyinKeys(name).initials, ...pinyinKeys(name).full]]));

/** Types letters so many milliseconds apart and gives who was found last. */
function typed(letters: string, apart = 100) {
  const typeahead = createTypeahead();
  return [...letters].map((letter, index) => typeahead.type(letter, 10_000 + index * apart, people, keys)).at(-1)?.id;
}

test('initials find a person, the surname read as a surname', () => {
  expect([typed('l'), typed('s'), typed('sm'), typed('oy')]).toEqual(['黎某', '单某', '单某', '欧阳某']);
});

test('the whole syllable and capital letters do too', () => {
  expect([typed('shan'), typed('OUYANG')]).toEqual(['单某', '欧阳某']);
});

test('after a pause the next letter begins anew', () => {
  expect(typed('sl', 1_500)).toBe('黎某');
});

test('letters nobody begins with find nobody', () => {
  expect(typed('zz')).toBeUndefined();
});
