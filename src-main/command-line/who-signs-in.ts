// Which of the desk's people runs the command: named by name, number or id, or the only one there is.

import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';

type Known = { readonly id: string; readonly name: string };

/** Problems: `which_person` (names everybody, as the sign-in page does), `no_such_person`. */
export function whoSignsIn(people: readonly Known[], named: string | undefined): Result<string, Problem> {
  const [first, second] = people;
  if (named === undefined) return first !== undefined && second === undefined ? ok(first.id) : err(which(people));
  const found = people.filter(({ id, name }) => id === named || name === named);
  const [match] = found;
  if (match === undefined) return err({ code: 'no_such_person', facts: { name: named } });
  return found.length === 1 ? ok(match.id) : err(which(found));
}

function which(people: readonly Known[]): Problem {
  return { code: 'which_person', facts: { people: people.map(({ id, name }) => `${name} (${id})`).join('、') } };
}
