// Commands about backups: make, list, verify, restore, numbers.

import { resolve } from 'node:path';
import type { Command } from 'commander';
import { toBackupView } from '../backups/backup-views.ts';
import { listBackups } from '../backups/list-backups.ts';
import { commonOptions, type World, withDesk } from './world.ts';

export function registerBackupCommands(program: Command, world: World): void {
  const backup = program.command('backup').description('backups of this desk: make, list, verify, restore');
  registerMake(backup, world);
  registerList(backup, world);
  registerRestore(backup, world);
  backup
    .command('verify')
    .description(
      'open a backup with --person and the password, and check all that it holds; exit code 7 when anything is wrong',
    )
    .argument('<backup>', 'its folder')
    .action((named: string, _options: unknown, command: Command) =>
      world.run(async () => {
        const verified = await world.access.verifyBackup(commonOptions(command), resolve(named));
        if (verified.faults.length > 0) world.fail(7);
        return verified;
      }),
    );
  backup
    .command('numbers')
    .description(
      'of a restored desk without a centre: the last official number of a kind on paper; numbers go on after it',
    )
    .argument('<kind>')
    .argument('<last>', 'its serial, 0 where there is none', Number)
    .action((kind: string, last: number, _options: unknown, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client }) => {
          await client.backups.continueNumbers({ kind, last });
          return client.backups.restored();
        }),
      ),
    );
}

function registerMake(backup: Command, world: World): void {
  backup
    .command('make')
    .description('make a backup now: written, made durable, opened again and verified, then named')
    .option('--to <folder>', 'the place for backups from now on; on another disk or a stick')
    .action(({ to }: { readonly to?: string }, command: Command) =>
      world.run(() =>
        withDesk(world, command, async ({ client, backUp }) => {
          if (to !== undefined) await client.backups.choosePlace({ path: resolve(to) });
          return backUp();
        }),
      ),
    );
}

function registerList(backup: Command, world: World): void {
  backup
    .command('list')
    .description('the backups at the chosen place and the last good one; or, without signing in, those in a folder')
    .option('--at <folder>', 'a folder that holds backups')
    .action(({ at }: { readonly at?: string }, command: Command) =>
      world.run(async () => {
        if (at !== undefined) return { backups: listBackups(resolve(at)).map(toBackupView) };
        return withDesk(world, command, async ({ client }) => ({
          status: await client.backups.status(),
          backups: await client.backups.list(),
        }));
      }),
    );
}

function registerRestore(backup: Command, world: World): void {
  backup
    .command('restore')
    .description(
      'put a backup into --dir, where no desk is; with a password it is opened and held against its receipts',
    )
    .argument('<backup>', 'its folder')
    .action((named: string, _options: unknown, command: Command) =>
      world.run(async () => {
        const options = commonOptions(command);
        const restored = await world.access.restore(options, resolve(named));
        if (!world.access.hasPassword(options)) return restored;
        const opened = await withDesk(world, command, ({ client }) => client.backups.restored());
        if (opened?.check && opened.check.missing.length + opened.check.wrong > 0) world.fail(7);
        return { ...restored, opened };
      }),
    );
}
