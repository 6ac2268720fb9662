import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyDesk } from '../../../src-main/records/verify-desk.ts';
import { hostDesk } from '../../../src-main/serve/desk-host.ts';
import { callInProcess } from '../../../src-main/serve/serve-calls.ts';
import { countFaults } from '../../support/count-faults.ts';
import { okValue } from '../../support/ok-value.ts';
import { hostOptions, serving, testDesk, testPassword } from '../../support/test-desk.ts';

const child = join(import.meta.dirname, '../../support/saving-child.ts');
const rounds = 12;
const seed = 20250328;

/** mulberry32: the same moments in every run. */
function createChance(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Acknowledged = {
  readonly added: Map<string, { number: string; title: string }>;
  readonly edited: Map<string, string>;
};

/** Runs the child until it is killed at a moment of chance after its first line; whole lines only are what it told. */
async function saveUntilKilled(saving: ChildProcess, delay: number): Promise<readonly string[]> {
  let told = '';
  saving.stdout?.on('data', (chunk: Buffer) => {
    told += chunk.toString('utf8');
  });
  await once(saving.stdout ?? saving, 'data');
  await new Promise((resolve) => setTimeout(resolve, delay));
  saving.kill('SIGKILL');
  await once(saving, 'exit');
  return told.split('\n').slice(0, -1);
}

function remember(lines: readonly string[], into: Acknowledged): void {
  for (const line of lines) {
    const [what, id = '', ...rest] = line.split(' ');
    if (what === 'added') into.added.set(id, { number: rest[0] ?? '', title: rest.slice(1).join(' ') });
    if (what === 'edited') into.edited.set(id, rest.join(' '));
  }
}

it(`loses no acknowledged save and keeps none by half when it is killed at least ${rounds} times (seed ${seed})`, {
  timeout: 120_000,
}, async () => {
  const { directory, account, host, clock } = await testDesk();
  host.close();
  const chance = createChance(seed);
  const acknowledged: Acknowledged = { added: new Map(), edited: new Map() };
  let round = 0;
  // A crowded machine saves little between two kills: it is given more rounds until there is enough to lose.
  for (; round < rounds || (acknowledged.added.size <= rounds && round < rounds * 5); round += 1) {
    const saving = spawn(process.execPath, [child, directory, account, testPassword, '0', String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    remember(await saveUntilKilled(saving, Math.floor(chance() * 250)), acknowledged);
  }
  const again = okValue(hostDesk({ ...hostOptions(directory, clock), machine: 'another' }));
  const session = again.connect();
  okValue(await again.signIn(session, account, testPassword));
  const { desk } = okValue(again.signedIn(session));
  const verified = verifyDesk(desk);
  expect(verified.faults).toEqual([]);

  const client = callInProcess(serving(again));
  await client.session.signIn({ account, password: testPassword });
  const lost: string[] = [];
  for (const [id, { number, title }] of acknowledged.added) {
    const view = await client.records.open({ id });
    const remark = acknowledged.edited.get(id);
    if (
      view.number !== number ||
      view.content.title !== title ||
      (remark !== undefined && view.content.remark !== remark)
    )
      lost.push(number);
  }
  expect(lost).toEqual([]);
  const numbers = desk.database.reading.rows<{ number: string }>({
    sql: `select number from record where kind = 'handbook_task'`,
    parameters: [],
  });
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
  // A run in which nothing was saved would prove nothing; at most one save per round was made and not told.
  expect(acknowledged.added.size).toBeGreaterThan(rounds);
  expect(numbers.length - acknowledged.added.size).toBeLessThanOrEqual(round);
  again.close();
  const looked = acknowledged.added.size + acknowledged.edited.size;
  countFaults({ fault: 'kill -9 while saving', injected: round, looked, lost: lost.length });
});
