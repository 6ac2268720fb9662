// Damage: what is wrong, and what can be done about it.

import type { Problem } from '../../../src-shared/base/problem.ts';
import { ok } from '../../../src-shared/base/result.ts';
import type { FindingView } from '../../../src-shared/contract/repair-views.ts';
import { toBackupView } from '../../backups/backup-views.ts';
import { listBackups } from '../../backups/list-backups.ts';
import { logReading } from '../../records/log-reading.ts';
import { examineFiles } from '../../repair/examine-files.ts';
import { repairDesk } from '../../repair/repair-desk.ts';
import { replaceDesk } from '../../repair/replace-desk.ts';
import { askThread } from '../ask-thread.ts';
import { answer, asPerson, type CallContext, contract, problemError } from '../call-context.ts';
import { pluggedIn } from '../plugged-in.ts';

const { repair } = contract;

export const repairHandlers = {
  files: repair.files.handler(({ context: { host } }) => examineFiles(host.place().directory, host.now())),
  examine: repair.examine.handler(async ({ context }) => {
    const { desk, person } = asPerson(context);
    const { deskKey } = answer(context.host.keys(context.session));
    const worker = new URL('../examine-worker.ts', import.meta.url);
    const found = answer(await askThread<readonly FindingView[]>(worker, { ...context.host.place(), deskKey }));
    answer(logReading(desk, person, 'verified', '', { faults: found.length }));
    return found;
  }),
  run: repair.run.handler(({ context, input }) => {
    const { desk, person } = asPerson(context);
    const { deskKey } = answer(context.host.keys(context.session));
    const given = { directory: context.host.place().directory, deskKey };
    const job = context.host.jobs.start({ kind: 'repair', account: person.id }, async () => {
      const done = repairDesk(desk, given, input.repair);
      if (!done.ok) return done;
      const logged = logReading(desk, person, 'repaired', '', { what: input.repair });
      return logged.ok ? ok({ facts: { what: input.repair, ...done.value } }) : logged;
    });
    return { job };
  }),
  find: repair.find.handler(({ context, input: { folder } }) => {
    const folders = folder === undefined ? pluggedIn(context.host.place().directory).map(({ path }) => path) : [folder];
    return folders.flatMap(listBackups).map(toBackupView);
  }),
  replace: repair.replace.handler(async ({ context, input }) => {
    const why = await whyNotOpened(context, input.account, input.password);
    if (why === null) throw problemError({ code: 'repair_not_damaged' });
    if (!unusable.includes(why.code)) throw problemError(why);
    answer(replaceDesk(input.path, context.host.place().directory));
    context.host.forgetKeyring();
    return null;
  }),
};

/** What a backup is the remedy for. */
const unusable: readonly Problem['code'][] = ['database_damaged', 'desk_keyring_damaged'];

/** Why the desk cannot be opened, by trying; null when it can. */
async function whyNotOpened(
  { host, session }: CallContext,
  account: string | undefined,
  password: string | undefined,
): Promise<Problem | null> {
  const state = host.state(session);
  if (!state.ok) return state.problem;
  if (account === undefined || password === undefined) return { code: 'desk_locked' };
  const tried = await host.signIn(session, account, password);
  return tried.ok ? null : tried.problem;
}
