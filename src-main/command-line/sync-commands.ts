// Commands about the centre: enrol, sync, delivery.

import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Command } from 'commander';
import type { DeskClient } from './desk-access.ts';
import { followJob } from './follow-job.ts';
import { showRecord } from './read-records.ts';
import { type World, withDesk } from './world.ts';

export function registerSyncCommands(program: Command, world: World): void {
  registerEnrol(program, world);
  registerSync(program, world);
  program
    .command('delivery')
    .description('where the changes are: of one record, or of the whole desk with its ledger; receipts decide')
    .argument('[record]', 'a record by its id or its number')
    .action((record: string | undefined, _options: unknown, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => delivery(client, record))),
    );
}

type EnrolFlags = {
  readonly name?: string;
  readonly authority?: string;
  readonly request?: string;
  readonly answer?: string;
};

function registerEnrol(program: Command, world: World): void {
  program
    .command('enrol')
    .description(
      'enter a centre with the one-time code it gave: over the network (URL and CODE), or by stick (--request FILE CODE, then --answer PLACE); nothing on this desk is removed',
    )
    .argument('[url-or-code]', 'the address of the centre, https://…; with --request the code')
    .argument('[code]', 'the enrolment code')
    .option('--name <name>', 'what the centre calls this PC (default: its host name)')
    .option('--authority <file>', 'a PEM certificate, for a centre that has one of its own')
    .option('--request <file>', 'without a network: write a request for the centre to this file')
    .option('--answer <place>', 'without a network: the bundle the centre wrote for the request, or its folder')
    .action((first: string | undefined, second: string | undefined, flags: EnrolFlags, command: Command) =>
      world.run(() => withDesk(world, command, ({ client }) => enrol(client, [first, second], flags))),
    );
}

async function enrol(
  client: DeskClient,
  [first, second]: readonly [string | undefined, string | undefined],
  { name = hostname(), authority, request, answer }: EnrolFlags,
): Promise<unknown> {
  if (answer !== undefined) {
    const { job } = await client.bundles.enrol({ places: [resolve(answer)] });
    return followJob(client, job);
  }
  if (request !== undefined) {
    const file = await client.bundles.requestEnrolment({ code: first ?? '', name });
    await writeFile(request, new Uint8Array(await file.arrayBuffer()));
    return { request, size: file.size };
  }
  const pem = authority === undefined ? null : await readFile(authority, 'utf8');
  return client.delivery.enrol({ url: first ?? '', code: second ?? '', name, authority: pem });
}

/** ms between two syncs of a command that goes on. */
const between = 30_000;

function registerSync(program: Command, world: World): void {
  program
    .command('sync')
    .description('sync with the centre and print the counters; goes on until it is stopped, or one time with --once')
    .option('--once', 'one whole sync')
    .option('--json', 'one line of JSON for each sync (so it is anyway)')
    .action((options: { readonly once?: boolean }, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          for (;;) {
            const counters = await client.delivery.sync();
            if (options.once === true) return counters;
            world.print(JSON.stringify(counters));
            await setTimeout(between);
          }
        }),
      ),
    );
}

async function delivery(client: DeskClient, record: string | undefined): Promise<unknown> {
  if (record === undefined) return { counters: await client.delivery.counters(), ...(await client.delivery.ledger()) };
  const { id, number, delivery: counters, history = [] } = await showRecord(client, record, true);
  const changes = history.map(({ change, at, byName, deviceName, delivery: state }) => ({
    change,
    at,
    by: byName,
    desk: deviceName,
    state,
  }));
  return { id, number, counters, changes };
}
