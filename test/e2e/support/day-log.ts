// What the log of the five people's day must say, and that an outsider can verify the export of it.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@playwright/test';
import { projectText } from '../../support/project-files.ts';

const head = '陈晓岚';

/** The acts of a day that must stand in its log, each by the person who did it, in their order. */
const day: readonly (readonly [string, string])[] = [
  [head, 'desk_set_up'],
  ...Array.from({ length: 5 }, () => [head, 'person_added'] as const),
  [head, 'enrolled'],
  [head, 'saved'],
  ['林予安', 'sign_in'],
  ['林予安', 'pin_set'],
  ['林予安', 'saved'],
  ['林予安', 'lock'],
  ['苏青禾', 'sign_in'],
  ['苏青禾', 'pin_set'],
  ['林予安', 'sign_in'],
  ['苏青禾', 'sign_in'],
  ['苏青禾', 'saved'],
  ['林予安', 'pin_refused'],
  ['林予安', 'pin_refused'],
  ['林予安', 'pin_refused'],
  ['林予安', 'sign_in'],
  ['林予安', 'shift_given'],
  ['何书言', 'sign_in'],
  ['何书言', 'shift_taken'],
  ['何书言', 'lock'],
  ...Array.from({ length: 5 }, () => ['苏青禾', 'sign_in_refused'] as const),
  ['苏青禾', 'person_recovered'],
  ['苏青禾', 'sign_in'],
  ['苏青禾', 'bundle_exported'],
  ['苏青禾', 'bundle_imported'],
  ['苏青禾', 'lock'],
  [head, 'sign_in'],
  [head, 'sensitive_opened'],
  [head, 'settings_changed'],
  // The backup ends here, since it is of this moment; then the PC is lost.
  ['system', 'restored'],
  ['system', 'restored_checked'],
  ['周明野', 'sign_in'],
  ['周明野', 'log_verified'],
];

/** @param file the export; what it says is checked by the recipe of docs/audit.md first */
export function expectDay(file: string, nameOf: ReadonlyMap<string, string>): void {
  const recipe = [...projectText('docs/audit.md').matchAll(/```sh\n([\s\S]*?)```/g)]
    .map(([, code = '']) => code)
    .find((code) => code.includes('sha256sum'));
  const said = execFileSync('bash', ['-c', recipe ?? 'exit 1'], { cwd: dirname(file), encoding: 'utf8' }).trim();
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(0, -1);
  expect(said).toBe(`${lines.length} lines, each follows from the one before`);
  const acts = lines.map((text): readonly [string, string] => {
    const [, , , account, action] = JSON.parse(text);
    return [nameOf.get(account) ?? account, action];
  });
  const wanted = new Set(day.map(([, action]) => action));
  // Commands sign in and lock like windows do; the day at the window begins with its first person.
  const before = acts.slice(
    0,
    acts.findIndex(([name, action]) => name === '林予安' && action === 'sign_in'),
  );
  const after = acts.slice(before.length);
  const told = [...before.filter(([, action]) => !['sign_in', 'lock'].includes(action)), ...after];
  expect(told.filter(([, action]) => wanted.has(action))).toEqual(day);
}
