// Draws a script from a seed: mostly ordinary work, and of each misfortune some in some runs.

import type { Action, Script } from './script.ts';
import { troubledTime } from './script.ts';
import { Dice } from './sim/chance.ts';

type Draw = (dice: Dice, desks: number) => Action;

const at = (dice: Dice) => dice.draw(troubledTime);
const records = 5;

/** How often each kind of action comes, and how it is drawn. */
const work: readonly (readonly [number, Draw])[] = [
  [
    60,
    (dice, desks) => ({
      at: at(dice),
      do: 'edit',
      // Clones and new desks work too, where there are any.
      desk: dice.draw(desks + 1),
      record: dice.draw(records),
      path: dice.draw(6),
      value: dice.draw(5),
    }),
  ],
  [
    5,
    (dice, desks) => ({
      at: at(dice),
      do: 'import',
      desk: dice.draw(desks),
      record: 100 + dice.draw(1_000) * 20,
      count: 3 + dice.draw(7),
    }),
  ],
  [4, (dice, desks) => ({ at: at(dice), do: 'photo', desk: dice.draw(desks), bad: dice.happens(0.3) })],
];
const misfortune: readonly (readonly [number, Draw])[] = [
  [
    3,
    (dice, desks) => ({
      at: at(dice),
      do: 'poison',
      desk: dice.draw(desks),
      newer: dice.happens(0.4),
      which: dice.draw(5),
    }),
  ],
  [8, (dice, desks) => ({ at: at(dice), do: 'crash', desk: dice.draw(desks), away: dice.draw(60_000) })],
  [8, (dice, desks) => ({ at: at(dice), do: 'partition', desk: dice.draw(desks), away: dice.draw(200_000) })],
  [4, (dice, desks) => ({ at: at(dice), do: 'clock', desk: dice.draw(desks), wall: dice.draw(5_000_000_000) * 1_000 })],
  [4, (dice, desks) => ({ at: at(dice), do: 'copy_disk', desk: dice.draw(desks) })],
  [
    3,
    (dice, desks) => ({
      at: at(dice),
      do: 'restore_disk',
      desk: dice.draw(desks),
      copy: dice.draw(3),
      noticed: dice.happens(0.4),
    }),
  ],
  [2, (dice, desks) => ({ at: at(dice), do: 'clone', desk: dice.draw(desks), noticed: dice.happens(0.4) })],
  [2, (dice) => ({ at: at(dice), do: 'join', scope: dice.draw(3) })],
  [1, (dice, desks) => ({ at: at(dice), do: 'revoke', desk: dice.draw(desks) })],
  [5, (dice, desks) => ({ at: at(dice), do: 'write_stick', desk: dice.draw(desks) })],
  [5, (dice) => ({ at: at(dice), do: 'stick_to_centre', stick: dice.draw(4), damaged: dice.happens(0.2) })],
  [
    3,
    (dice, desks) => ({
      at: at(dice),
      do: 'stick_to_desk',
      stick: dice.draw(4),
      desk: dice.draw(desks),
      damaged: dice.happens(0.2),
    }),
  ],
  [4, (dice) => ({ at: at(dice), do: 'stick_home', stick: dice.draw(4) })],
  [5, (dice) => ({ at: at(dice), do: 'share', record: dice.draw(records), scope: dice.draw(3) })],
  [3, (dice) => ({ at: at(dice), do: 'move', record: dice.draw(records), scope: dice.draw(3) })],
  [2, (dice) => ({ at: at(dice), do: 'leave', record: dice.draw(records), scope: dice.draw(3) })],
  [4, (dice) => ({ at: at(dice), do: 'centre_crash', away: dice.draw(30_000) })],
  [5, (dice) => ({ at: at(dice), do: 'backup' })],
  [3, (dice) => ({ at: at(dice), do: 'restore_centre', backup: dice.draw(3) })],
  [2, (dice) => ({ at: at(dice), do: 'silent_failover', backup: dice.draw(3) })],
  [2, (dice) => ({ at: at(dice), do: 'rot', change: dice.draw(40) })],
];

export function drawScript(seed: number): Script {
  const dice = new Dice(seed);
  const desks = 2 + dice.draw(dice.happens(0.1) ? 7 : 3);
  const scopes = 1 + dice.draw(dice.happens(0.5) ? 1 : 3);
  const actions = [
    ...drawFrom(work, 14 + dice.draw(22), dice, desks),
    ...drawFrom(misfortune, dice.draw(24), dice, desks),
  ];
  const trouble = dice.happens(0.15) ? 0 : dice.fraction();
  const cuts = dice.happens(0.5) ? 0 : dice.fraction() * 0.02;
  return { seed, desks, scopes, trouble, cuts, actions: actions.toSorted((left, right) => left.at - right.at) };
}

function drawFrom(
  table: readonly (readonly [number, Draw])[],
  count: number,
  dice: Dice,
  desks: number,
): readonly Action[] {
  const total = table.reduce((sum, [weight]) => sum + weight, 0);
  return Array.from({ length: count }, () => {
    let ticket = dice.draw(total);
    for (const [weight, draw] of table) {
      if (ticket < weight) return draw(dice, desks);
      ticket -= weight;
    }
    throw new Error('the ticket is below the sum of the weights');
  });
}
