// Sticks at the centre: take bundles in and write answers, look into them, print receipts, the key they are encrypted to.

import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { ageIdentityOf } from '../../src-node/trust/agree-keys.ts';
import { ok } from '../../src-shared/base/result.ts';
import { ageRecipientOf } from '../../src-shared/bundles/age-recipient.ts';
import { bundleLimits } from '../../src-shared/bundles/bundle-limits.ts';
import type { DeviceId } from '../../src-shared/history/ids.ts';
import { epochMsToLocal } from '../../src-shared/records/dates/iso-date-time.ts';
import { readBundles } from '../stores/bundle-store.ts';
import { deviceArgument } from './arguments.ts';
import { type ImportFlags, runImport } from './import-command.ts';
import { inspectBundle } from './inspect-command.ts';
import { type NewDeskFlags, newDesk } from './new-desk-command.ts';
import type { CommandLine } from './program.ts';

export function registerBundles(program: Command, lines: CommandLine): void {
  const bundle = program.command('bundle').description('sticks: take bundles in, answer them, look into them');
  registerImport(bundle, lines);
  bundle
    .command('inspect')
    .description('check a bundle and say what it holds, without taking anything in')
    .argument('<file>', 'a bundle, or any part of one')
    .action((file: string) => lines.withCentre((centre) => inspectBundle(centre, file)));
  registerNewDesk(bundle, lines);
  registerList(bundle, lines);
  bundle
    .command('key')
    .description('the public key that bundles for this centre are encrypted to')
    .option('--identity', 'also the SECRET key, for opening a bundle by hand with age; whoever has it is the centre')
    .action(({ identity }: { identity?: true }) =>
      lines.withCentre(async ({ seed, publicKey }) =>
        ok(
          identity === true
            ? [`# public key: ${ageRecipientOf(publicKey)}`, ageIdentityOf(seed)]
            : [ageRecipientOf(publicKey)],
        ),
      ),
    );
}

function registerImport(bundle: Command, lines: CommandLine): void {
  bundle
    .command('import')
    .description('take bundles in, exactly as if they had come over the network; the same bundle again changes nothing')
    .argument('<file...>', 'bundles, parts of them in any order, or folders')
    .option('--out <directory>', 'write an answer for each desk there, to be carried back')
    .option('--receipt <directory>', 'write a page with the receipt code there (HTML and text), for one-way media')
    .option('--dry-run', 'say what would happen; nothing is taken in and nothing is written')
    .option('--without-files', 'leave photos and other files out of the answers')
    .option('--part-size <megabytes>', 'split answers into parts of at most so many MB', partArgument)
    .option('--json', 'one JSON document')
    .action((files: readonly string[], flags: ImportFlags) =>
      runImport(
        lines,
        files.map((file) => resolve(file)),
        flags,
      ),
    );
}

function registerNewDesk(bundle: Command, lines: CommandLine): void {
  bundle
    .command('new-desk')
    .description('let a PC in that has no network, by its request file, and write the bundle that it begins with')
    .argument('<request>', 'the file the new PC wrote; the code it was made with is one of `invite`')
    .requiredOption('--out <directory>', 'where the bundle is written')
    .option('--without-files', 'leave photos and other files out')
    .option('--part-size <megabytes>', 'split it into parts of at most so many MB', partArgument)
    .option('--json', 'one JSON document')
    .action((request: string, flags: NewDeskFlags) => newDesk(lines, resolve(request), flags));
}

function registerList(bundle: Command, lines: CommandLine): void {
  bundle
    .command('list')
    .description(
      'bundles that came in: desk, number, when made and last taken in, changes received, waiting, refused, files',
    )
    .option('--device <device>', 'only those of this desk', deviceArgument)
    .action(({ device }: { device?: DeviceId }) =>
      lines.withCentre(async (centre) => {
        const kept = await readBundles(centre.database.reading, device ?? null, mostListed);
        return ok(
          kept.map(({ device: of, number, madeAt, lastAt, received, waiting, refused, blobs }) =>
            [of, number, epochMsToLocal(madeAt), epochMsToLocal(lastAt), received, waiting, refused, blobs].join('\t'),
          ),
        );
      }),
    );
}

const mostListed = 1_000;
const megabyte = 1_000_000;

function partArgument(text: string): number {
  const bytes = Number(text) * megabyte;
  if (!(bytes >= bundleLimits.smallestPart && bytes <= bundleLimits.partBytes))
    throw new InvalidArgumentError(`${bundleLimits.smallestPart / megabyte} to ${bundleLimits.partBytes / megabyte}`);
  return Math.floor(bytes);
}
