// What an administrator does at the centre: scopes, invitations, revocation, numbers, verification.

import { type Command, InvalidArgumentError } from 'commander';
import { renderUnicodeCompact } from 'uqr';
import type { Problem } from '../../src-shared/base/problem.ts';
import { err, ok, type Result } from '../../src-shared/base/result.ts';
import type { DeviceId, ScopeId } from '../../src-shared/history/ids.ts';
import { invite } from '../accounts/invite.ts';
import { addScope, revoke } from '../accounts/manage-scopes.ts';
import { readScopes } from '../stores/scope-store.ts';
import type { Centre } from '../sync/centre.ts';
import { forceEpoch } from '../sync/centre.ts';
import { readStatistics } from '../sync/statistics.ts';
import { verifyScope } from '../sync/verify-scope.ts';
import { deviceArgument, scopeArgument } from './arguments.ts';
import type { CommandLine } from './program.ts';

const hour = 3_600_000;

export function registerAdministration(program: Command, lines: CommandLine): void {
  registerInvite(program, lines);
  registerScopes(program, lines);
  program
    .command('revoke')
    .description('refuse a device from its next request on; nothing it has delivered goes away')
    .argument('<device>', 'id of the device', deviceArgument)
    .requiredOption('--reason <words>', 'why, for the record')
    .action((device: DeviceId, { reason }: { reason: string }) =>
      lines.withCentre(async (centre) => {
        const revoked = await revoke(centre, device, reason);
        return revoked.ok ? ok([`${device} revoked`]) : revoked;
      }),
    );
  program
    .command('stats')
    .description('scopes, devices, changes and refused changes, as JSON')
    .action(() => lines.withCentre(async (centre) => ok([JSON.stringify(await readStatistics(centre), null, 2)])));
  program
    .command('verify')
    .description('read every log again: numbers, chain, hashes of the changes')
    .option('--scope <scope>', 'only this one', scopeArgument)
    .action(({ scope }: { scope?: ScopeId }) => lines.withCentre((centre) => verify(centre, scope ?? null)));
  program
    .command('new-epoch')
    .description(
      'after a restore that the program cannot see: every desk compares what it has and offers what is missing',
    )
    .action(() => lines.withCentre(async (centre) => ok([await forceEpoch(centre)])));
}

function registerInvite(program: Command, lines: CommandLine): void {
  program
    .command('invite')
    .description('make a one-time code with which a desk enrols')
    .requiredOption('--scope <scope>', 'what the desk gets into', scopeArgument)
    .option('--for <device>', 'only this known device: to come back, or to reach one more scope', deviceArgument)
    .option('--hours <hours>', 'how long the code is good for', hoursArgument, 72)
    .option('--note <words>', 'whom it is for', '')
    .option('--qr', 'show it as a QR code too')
    .action((options: { scope: ScopeId; for?: DeviceId; hours: number; note: string; qr?: true }) =>
      lines.withCentre(async (centre) => {
        const { scope, note, hours } = options;
        const made = await invite(centre, { scope, note, forDevice: options.for ?? null, lifetime: hours * hour });
        if (!made.ok) return made;
        const { code, expiresAt } = made.value;
        const config = lines.config();
        const address = config.ok ? (config.value.publicUrl ?? `http://${config.value.host}:${config.value.port}`) : '';
        const picture = options.qr === true ? renderUnicodeCompact(`${address}/#${code}`).split('\n') : [];
        return ok([code, `${address} · ${scope} · ${new Date(expiresAt).toISOString()}`, ...picture]);
      }),
    );
}

function registerScopes(program: Command, lines: CommandLine): void {
  program
    .command('scopes')
    .description('list stations and communities, or add one')
    .option('--add <scope>', 'id of a new one', scopeArgument)
    .option('--name <name>', 'what people call it')
    .option('--parent <scope>', 'what it belongs to', scopeArgument)
    .action((options: { add?: ScopeId; name?: string; parent?: ScopeId }) =>
      lines.withCentre(async (centre) => {
        if (options.add !== undefined) {
          const { add, name, parent } = options;
          const added = await addScope(centre, { scope: add, name: name ?? add, parent: parent ?? null });
          if (!added.ok) return added;
        }
        const scopes = await readScopes(centre.database.reading);
        return ok(scopes.map(({ scope, parent, name }) => [scope, parent ?? '-', name].join('\t')));
      }),
    );
}

async function verify(centre: Centre, only: ScopeId | null): Promise<Result<readonly string[], Problem>> {
  const scopes = await readScopes(centre.database.reading);
  const chosen = scopes.filter(({ scope }) => only === null || scope === only);
  if (only !== null && chosen.length === 0) return err({ code: 'server_unknown_scope', facts: { scope: only } });
  const lines: string[] = [];
  let faults = 0;
  for (const { scope } of chosen) {
    const report = await verifyScope(centre, scope);
    faults += report.faults.length;
    lines.push(`${scope}: ${report.entries} entries, ${report.changes} changes, ${report.faults.length} faults`);
    lines.push(...report.faults.map((fault) => `  ${fault}`));
  }
  return faults === 0 ? ok(lines) : err({ code: 'server_log_damaged', facts: { faults, lines: lines.join('\n') } });
}

function hoursArgument(text: string): number {
  const hours = Number(text);
  if (!(hours > 0 && hours <= 24 * 90)) throw new InvalidArgumentError('more than 0 and at most 2160');
  return hours;
}
