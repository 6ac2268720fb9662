// Letters typed one after another point at the first person whose keys begin with them; a pause begins anew.

import type { Person } from './person-picker.tsx';

/** Milliseconds after which the next letter begins a new word. */
const pause = 1_000;

export type Typeahead = {
  /** @param at milliseconds, only differences matter */
  readonly type: (
    letter: string,
    at: number,
    people: readonly Person[],
    keys: ReadonlyMap<string, readonly string[]>,
  ) => Person | undefined;
};

export function createTypeahead(): Typeahead {
  let typed = '';
  let last = Number.NEGATIVE_INFINITY;
  return {
    type(letter, at, people, keys) {
      typed = at - last > pause ? letter.toLowerCase() : typed + letter.toLowerCase();
      last = at;
      const fits = (person: Person) =>
        [person.name.toLowerCase(), ...(keys.get(person.id) ?? [])].some((key) => key.startsWith(typed));
      return people.find(fits);
    },
  };
}
