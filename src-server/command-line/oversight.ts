// What a head decides at the centre: which desks there are, what was refused and may come in after all, and with whom a
// record is shared.

import type { Command } from 'commander';
import type { Problem } from '../../src-shared/base/problem.ts';
import { problemNamed } from '../../src-shared/base/problem-named.ts';
import { problemWords } from '../../src-shared/base/problem-words.ts';
import { ok, type Result } from '../../src-shared/base/result.ts';
import type { ChangeId, RecordId, ScopeId } from '../../src-shared/history/ids.ts';
import { parseHeader } from '../../src-shared/history/parse-change.ts';
import { bringBlobs } from '../blobs/bring-blobs.ts';
import { openBlobFiles } from '../blobs/open-blob-files.ts';
import type { Config } from '../config.ts';
import { pageOfDevices } from '../stores/device-store.ts';
import { decideRefused, type RefusedChange, readRefused } from '../stores/refused-store.ts';
import type { Centre } from '../sync/centre.ts';
import { shareRecord, withdrawRecord } from '../sync/place-records.ts';
import { changesArgument, recordArgument, scopeArgument } from './arguments.ts';
import type { CommandLine } from './program.ts';

const mostShown = 1_000;

export function registerOversight(program: Command, lines: CommandLine): void {
  registerRefused(program, lines);
  registerSharing(program, lines);
  program
    .command('devices')
    .description('the desks that have enrolled: id, scope, state, name, when last seen')
    .action(() =>
      lines.withCentre(async (centre) => {
        const devices = await pageOfDevices(centre.database.reading, '', mostShown);
        return ok(
          devices.map(({ device, home, state, name, seenAt }) =>
            [device, home, state, name, seenAt === 0 ? '-' : new Date(seenAt).toISOString()].join('\t'),
          ),
        );
      }),
    );
}

function registerRefused(program: Command, lines: CommandLine): void {
  program
    .command('refused')
    .description('changes that were refused and are kept whole, with the reason, one JSON line each')
    .requiredOption('--scope <scope>', 'of this scope', scopeArgument)
    .action(({ scope }: { scope: ScopeId }) =>
      lines.withCentre(async (centre) => {
        const refused = await readRefused(centre.database.reading, scope, 'waiting', mostShown);
        return ok(refused.map((change) => JSON.stringify(refusedLine(change))));
      }),
    );
  for (const [name, state, says] of [
    ['release', 'released', 'let refused changes in: the desk sends them again and they are marked for review'],
    ['dismiss', 'dismissed', 'leave refused changes out for good; they stay kept'],
  ] as const)
    program
      .command(name)
      .description(says)
      .argument('<change...>', 'ids of the changes', changesArgument)
      .requiredOption('--scope <scope>', 'their scope', scopeArgument)
      .action((changes: readonly ChangeId[], { scope }: { scope: ScopeId }) =>
        lines.withCentre(async (centre) => {
          const decided = await centre.database.write(scope, async (writing) =>
            ok(await decideRefused(writing, changes, state)),
          );
          return decided.ok ? ok([`${decided.value} ${state}`]) : decided;
        }),
      );
}

/** Who, when, which record and why; nothing of what the change says. */
function refusedLine({ id, device, code, facts, bytes }: RefusedChange) {
  const header = parseHeader(bytes.header);
  const said = header.ok ? { record: header.value.record, by: header.value.by, at: new Date(header.value.at) } : {};
  return { change: id, device, ...said, code, reason: problemWords(problemNamed(code, facts), 'zh') };
}

type Placing = (centre: Centre, record: RecordId, scope: ScopeId) => Promise<Result<number, Problem>>;

function registerSharing(program: Command, lines: CommandLine): void {
  const placing = (name: string, says: string, option: string, place: Placing) =>
    program
      .command(name)
      .description(says)
      .argument('<record>', 'id of the record', recordArgument)
      .requiredOption(`--${option} <scope>`, 'the other scope', scopeArgument)
      .action((record: RecordId, options: Readonly<Record<string, ScopeId>>) =>
        lines.withCentre(async (centre, config) => {
          const scope = options[option];
          if (scope === undefined) return ok([]);
          const placed = await place(centre, record, scope);
          if (!placed.ok) return placed;
          await bringNow(centre, config);
          return ok([`${placed.value} entries`]);
        }),
      );
  placing('share', 'let another scope see a record with its whole history, and what is new of it', 'with', shareRecord);
  placing(
    'withdraw',
    'a scope sees nothing new of a record any more; what it knew stays known',
    'from',
    withdrawRecord,
  );
  program
    .command('move')
    .description('a record passes from one scope to another, and the first sees nothing new of it')
    .argument('<record>', 'id of the record', recordArgument)
    .requiredOption('--from <scope>', 'where it was', scopeArgument)
    .requiredOption('--to <scope>', 'where it goes', scopeArgument)
    .action((record: RecordId, { from, to }: { from: ScopeId; to: ScopeId }) =>
      lines.withCentre(async (centre, config) => {
        // In first: at no moment is it in no scope.
        const shared = await shareRecord(centre, record, to);
        if (!shared.ok) return shared;
        await bringNow(centre, config);
        const left = await withdrawRecord(centre, record, from);
        return left.ok ? ok([`${shared.value} entries in, ${left.value} out`]) : left;
      }),
    );
}

/** The files of what was shared; those that cannot be brought now are brought by the server that runs. */
async function bringNow(centre: Centre, config: Config): Promise<void> {
  await bringBlobs(centre, openBlobFiles(config)).catch(() => undefined);
}
